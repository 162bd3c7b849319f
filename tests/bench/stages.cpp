// How fast each stage is, in megabytes of the original pages a second of CPU time, and plain Gumbo
// beside them in the same run.
//
//   stages [FOLDER [EVERY]]
//
// FOLDER holds saved pages (default: wcxb-dev of the benchmark data, see THRESH_BENCH in
// CONTRIBUTING.md), of which each EVERY-th is taken. Each page goes through all stages several
// times in turn, and the least time of each stage counts.
#include <gumbo.h>
#include <time.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iomanip>
#include <iostream>
#include <limits>
#include <string>
#include <string_view>

#include "base/arena.hpp"
#include "base/deadline.hpp"
#include "batch/files.hpp"
#include "judge/assemble.hpp"
#include "judge/judge.hpp"
#include "metadata/resolve.hpp"
#include "page/decode.hpp"
#include "page/dom.hpp"
#include "page/segment.hpp"
#include "thresh/extract.hpp"
#include "thresh/write.hpp"

namespace thresh {
namespace {

constexpr std::size_t kMaxBytes = 20'000'000;
constexpr std::size_t kArenaBytes = 160'000'000;
constexpr int kRounds = 5;

enum Step {
  kPlainGumbo,
  kDecode,
  kParse,
  kSegment,
  kJudge,
  kMetadata,
  kAssemble,
  kWrite,
  kExtraction,
  kSteps
};
constexpr std::array<std::string_view, kSteps> kStepNames = {"plain Gumbo, parse and destroy",
                                                             "decode",
                                                             "parse",
                                                             "segment",
                                                             "judge",
                                                             "metadata",
                                                             "assemble",
                                                             "write (JSONL)",
                                                             "whole extraction"};

using Seconds = std::array<double, kSteps>;

double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

template <class Work>
auto timed(double& seconds, const Work& work) {
  const double begin = cpu_seconds();
  auto result = work();
  seconds = cpu_seconds() - begin;
  return result;
}

double plain_gumbo(std::string_view text) {
  const double begin = cpu_seconds();
  GumboOutput* output = gumbo_parse_with_options(&kGumboDefaultOptions, text.data(), text.size());
  gumbo_destroy_output(&kGumboDefaultOptions, output);
  return cpu_seconds() - begin;
}

// The stages as extract.cpp has them, each by itself. False if the page fails in one.
bool run_stages(const std::string& bytes, Seconds& seconds) {
  const base::Deadline never(0);
  const auto decoded = timed(seconds[kDecode], [&] { return page::decode(bytes, {}, {}); });
  if (!decoded) return false;
  const std::string_view text = decoded->text(bytes);
  base::Arena arena(kArenaBytes);
  const auto dom = timed(seconds[kParse], [&] { return page::parse(text, arena, never); });
  if (!dom) return false;
  const auto segmented = timed(seconds[kSegment], [&] { return page::segment(*dom, text, never); });
  if (!segmented) return false;
  const page::Document& document = *segmented;

  Article article;
  const judge::Decisions decisions = timed(seconds[kJudge], [&] {
    const judge::Measures measures = judge::measure(document);
    return judge::label(document, measures,
                        judge::score(document, measures, judge::builtin_model()));
  });
  article.metadata = timed(seconds[kMetadata], [&] {
    return metadata::resolve(metadata::facts_of(document, decisions, {}, {}));
  });
  timed(seconds[kAssemble], [&] {
    judge::assemble(article, document, decisions, {});
    return 0;
  });
  const std::string output = timed(seconds[kWrite], [&] { return write(article, Format::kJsonl); });
  seconds[kPlainGumbo] = plain_gumbo(text);
  return !output.empty() && timed(seconds[kExtraction], [&] {
    return extract({bytes, {}, {}}).ok();
  });
}

struct Totals {
  std::size_t pages = 0;
  std::size_t left_out = 0;
  std::size_t bytes = 0;
  Seconds seconds{};
};

void add_page(const std::string& bytes, Totals& totals) {
  Seconds least;
  least.fill(std::numeric_limits<double>::max());
  for (int round = 0; round < kRounds; ++round) {
    Seconds seconds{};
    if (!run_stages(bytes, seconds)) {
      ++totals.left_out;
      return;
    }
    for (std::size_t i = 0; i < kSteps; ++i) least[i] = std::min(least[i], seconds[i]);
  }
  ++totals.pages;
  totals.bytes += bytes.size();
  for (std::size_t i = 0; i < kSteps; ++i) totals.seconds[i] += least[i];
}

void print_row(std::string_view name, const Totals& totals, double seconds) {
  std::cout << std::left << std::setw(32) << name << std::right << std::fixed
            << std::setprecision(0) << std::setw(8)
            << static_cast<double>(totals.bytes) / 1e6 / seconds << " MB/s" << std::setprecision(2)
            << std::setw(8) << totals.seconds[kPlainGumbo] / seconds << " x Gumbo\n";
}

void print(const Totals& totals) {
  std::cout << totals.pages << " pages, " << totals.bytes / 1'000'000 << " MB, " << totals.left_out
            << " left out\n";
  for (std::size_t i = 0; i < kSteps; ++i) {
    print_row(kStepNames[i], totals, totals.seconds[i]);
    if (i == kParse) {
      print_row("decode to Dom", totals, totals.seconds[kDecode] + totals.seconds[kParse]);
    }
  }
}

std::string default_folder() {
  const char* bench = std::getenv("THRESH_BENCH");
  return std::string(bench ? bench : THRESH_SOURCE_DIR "/../shared/bench") + "/wcxb-dev/html";
}

}  // namespace
}  // namespace thresh

int main(int argc, char** argv) {
  const std::string folder = argc > 1 ? argv[1] : thresh::default_folder();
  const int every = argc > 2 ? std::max(1, std::atoi(argv[2])) : 1;
  thresh::batch::FileSource source({folder}, 0, thresh::kMaxBytes);
  thresh::Totals totals;
  for (int i = 0; const auto record = source.next(); ++i) {
    if (i % every != 0) continue;
    const thresh::Result<std::string> bytes = record->load();
    if (bytes) thresh::add_page(*bytes, totals);
  }
  if (totals.pages == 0) {
    std::cerr << "stages: no pages in " << folder << '\n';
    return 66;
  }
  thresh::print(totals);
  return 0;
}
