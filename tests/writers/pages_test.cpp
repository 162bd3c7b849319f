// The oracle over real pages: the fixtures, and the benchmark folders where they are.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "base/inflate.hpp"
#include "check.hpp"
#include "support/read_file.hpp"
#include "support/skip.hpp"
#include "thresh/extract.hpp"

using namespace thresh;
using namespace thresh::test;

namespace {

struct Counts {
  int pages = 0;
  int failed = 0;  // extract() gave an error
  int with_text = 0;
  std::size_t blocks = 0;
};

std::string page_bytes(const std::filesystem::path& path) {
  constexpr std::size_t kMaxBytes = 20'000'000;
  std::string bytes = read_file(path).value_or("");
  if (!base::is_gzip(bytes)) return bytes;
  auto unpacked = base::gunzip(bytes, kMaxBytes);
  return unpacked ? *std::move(unpacked) : std::string();
}

void check_page(const std::filesystem::path& path, Switches switches, Counts& counts) {
  const std::string bytes = page_bytes(path);
  const auto article = extract({bytes, "https://example.org/news/page.html", ""});
  ++counts.pages;
  if (!article) {
    ++counts.failed;
    return;
  }
  counts.with_text += plain_text(*article).empty() ? 0 : 1;
  counts.blocks += article->blocks.size();
  const std::string fault = first_fault(*article, switches);
  INFO(path.string());
  CHECK_MESSAGE(fault.empty(), fault);
}

void check_pages(std::vector<std::filesystem::path> paths, Switches switches) {
  std::sort(paths.begin(), paths.end());
  Counts counts;
  for (const auto& path : paths) check_page(path, switches, counts);
  MESSAGE(counts.pages << " pages, " << counts.with_text << " with text, " << counts.blocks
                       << " blocks, " << counts.failed << " not read");
  CHECK(counts.with_text > counts.pages / 2);
}

void check_bench(const std::string& name) {
  const auto folder = bench_folder_or_skip(name);
  if (!folder) return;
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(*folder / "html")) {
    paths.push_back(entry.path());
  }
  check_pages(paths, Switches::kFew);
}

}  // namespace

TEST_CASE("fixtures read back as they are") {
  std::vector<std::filesystem::path> paths;
  const std::filesystem::path folder = std::filesystem::path(THRESH_SOURCE_DIR) / "fixtures/pages";
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    paths.push_back(entry.path() / "source.html");
  }
  check_pages(paths, Switches::kAll);
}

TEST_CASE("wcxb-dev reads back as it is") { check_bench("wcxb-dev"); }
TEST_CASE("segments-dev reads back as it is") { check_bench("segments-dev"); }
TEST_CASE("world-dev reads back as it is") { check_bench("world-dev"); }
TEST_CASE("dates-dev reads back as it is") { check_bench("dates-dev"); }
TEST_CASE("more-dev reads back as it is") { check_bench("more-dev"); }
