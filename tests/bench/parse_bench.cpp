// Speed of parsing, from decoded text to Dom, beside plain Gumbo in the same run:
//   parse_bench FOLDER...     every page in the folders, gunzipped
//
// For each page the least CPU time of some rounds, in which the two take turns; their sums over all
// pages, in MB of page a second.
#include <gumbo.h>
#include <time.h>

#include <algorithm>
#include <cstdio>
#include <string>

#include "page/dom.hpp"
#include "page/skeleton.hpp"
#include "support/page_files.hpp"

namespace {

using namespace thresh;

constexpr std::size_t kArenaBytes = 160'000'000;
constexpr int kRounds = 5;

double cpu_seconds() {
  timespec now;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

void parse_with_gumbo(const std::string& page) {
  GumboOutput* output = gumbo_parse_with_options(&kGumboDefaultOptions, page.data(), page.size());
  gumbo_destroy_output(&kGumboDefaultOptions, output);
}

struct Totals {
  double bytes = 0;
  double gumbo = 0, outline = 0, parse = 0;
  std::size_t pages = 0, doubtful = 0, failed = 0;
  std::size_t most_arena = 0;
};

template <class Work>
void keep_least(double& least, Work work) {
  const double begin = cpu_seconds();
  work();
  least = std::min(least, cpu_seconds() - begin);
}

void measure(const std::string& page, Totals& totals) {
  double gumbo = 1e9, outline = 1e9, parse = 1e9;
  bool doubtful = false, failed = false;
  for (int round = 0; round < kRounds; ++round) {
    keep_least(gumbo, [&] { parse_with_gumbo(page); });
    keep_least(outline,
               [&] { doubtful = page::make_outline(page).verdict != page::Outline::kSure; });
    keep_least(parse, [&] {
      base::Arena arena(kArenaBytes);
      failed = !page::parse(page, arena, base::Deadline(0)).ok();
      totals.most_arena = std::max(totals.most_arena, arena.used());
    });
  }
  totals.bytes += static_cast<double>(page.size());
  totals.gumbo += gumbo;
  totals.outline += outline;
  totals.parse += parse;
  ++totals.pages;
  totals.doubtful += doubtful;
  totals.failed += failed;
}

void print(const char* what, double seconds, const Totals& totals) {
  std::printf("%-18s %7.0f MB/s  %5.2f x\n", what, totals.bytes / seconds * 1e-6,
              totals.gumbo / seconds);
}

}  // namespace

int main(int argc, char** argv) {
  Totals totals;
  for (int i = 1; i < argc; ++i) {
    for (const std::string& path : test::files_in(argv[i])) measure(test::read_page(path), totals);
  }
  if (totals.pages == 0) return 1;
  std::printf("%zu pages, %.1f MB, %zu without a skeleton, %zu failed, arena at most %.1f MB\n",
              totals.pages, totals.bytes * 1e-6, totals.doubtful, totals.failed,
              static_cast<double>(totals.most_arena) * 1e-6);
  print("plain Gumbo", totals.gumbo, totals);
  print("skeleton alone", totals.outline, totals);
  print("parse", totals.parse, totals);
}
