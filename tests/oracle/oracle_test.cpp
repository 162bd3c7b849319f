// The oracle: the tree of a page's skeleton is the tree of the page.
#include <doctest/doctest.h>
#include <gumbo.h>

#include <random>
#include <string>

#include "oracle/comparison.hpp"
#include "oracle/soup.hpp"
#include "page/skeleton.hpp"
#include "support/page_files.hpp"
#include "support/skip.hpp"

// Gumbo itself loses some bytes of what the oracle has it parse; thresh gives it an arena.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() { return "leak:libgumbo\n"; }

namespace thresh::oracle {
namespace {

constexpr std::uint64_t kFixedSeed = 20260101;

// Instrumented builds take one in so many.
#ifdef THRESH_SANITIZED
constexpr std::size_t kPart = 20;
#else
constexpr std::size_t kPart = 1;
#endif
constexpr std::size_t kSoups = 20'000 / kPart;
constexpr std::size_t kRandomSoups = 5'000 / kPart;
constexpr std::size_t kNestedSoups = 20'000 / kPart;
constexpr std::size_t kMutatedPages = 600 / kPart;
constexpr int kTagsOfSoup = 40;

double part(std::size_t some, std::size_t all) {
  return static_cast<double>(some) / static_cast<double>(all);
}

// `what` begins the line of counts.
void check(const Comparison& comparison, const std::string& what) {
  MESSAGE(what << ": " << comparison.summary());
  CHECK_MESSAGE(comparison.wrong == 0, comparison.first_wrong);
}

// Soups that fall back do not count.
Comparison compare_soups(std::size_t wanted, std::uint64_t seed) {
  Comparison comparison;
  Soup soup(seed);
  while (comparison.compared < wanted) {
    const std::string page = soup.tags(kTagsOfSoup);
    comparison.add(page, "soup " + std::to_string(comparison.pages) + "\n" + page);
  }
  return comparison;
}

Comparison compare_nested_soups(std::size_t wanted, std::uint64_t seed) {
  Comparison comparison;
  Soup soup(seed);
  while (comparison.compared < wanted) {
    const std::string page = soup.nested(kTagsOfSoup);
    comparison.add(page, "nested soup " + std::to_string(comparison.pages) + "\n" + page);
  }
  return comparison;
}

void check_soups(const Comparison& comparison, const std::string& what) {
  check(comparison, what);
  CHECK(part(comparison.fell_back + comparison.refused, comparison.pages) <= .40);
  CHECK(part(comparison.with_gumbo_bug, comparison.pages) <= .01);
}

const std::vector<std::string>& fixtures() {
  static const std::vector<std::string> paths = [] {
    const std::string folder = THRESH_SOURCE_DIR "/fixtures/";
    std::vector<std::string> all = test::files_in(folder + "pages");
    for (const char* other : {"corpus/extract", "charsets"}) {
      for (std::string& path : test::files_in(folder + other)) all.push_back(std::move(path));
    }
    return all;
  }();
  return paths;
}

std::uint64_t random_seed() {
  std::random_device device;
  return device();
}

Comparison compare_mutations(std::uint64_t seed) {
  Comparison comparison;
  Soup soup(seed);
  for (std::size_t i = 0; comparison.pages < kMutatedPages; ++i) {
    const std::string& path = fixtures()[i % fixtures().size()];
    if (!path.ends_with(".html")) continue;
    comparison.add(soup.mutated(test::read_page(path)), path + ", mutation " + std::to_string(i));
  }
  return comparison;
}

void compare_bench(const std::string& folder) {
  const auto path = test::bench_folder_or_skip(folder);
  if (!path) return;
  Comparison comparison;
  std::size_t index = 0;
  for (const std::string& file : test::files_in(path->string())) {
    if (index++ % kPart == 0) comparison.add(test::read_page(file), file);
  }
  check(comparison, folder);
  CHECK(part(comparison.fell_back + comparison.refused, comparison.pages) <= .015);
  CHECK(comparison.with_gumbo_bug == 0);
}

}  // namespace

TEST_CASE("oracle: the skeletons of the fixtures give the trees of the fixtures") {
  Comparison comparison;
  for (const std::string& path : fixtures()) comparison.add(test::read_page(path), path);
  check(comparison, "fixtures");
  CHECK(comparison.compared > 30);
}

TEST_CASE("oracle: the skeletons of tag soups give the trees of the soups") {
  check_soups(compare_soups(kSoups, kFixedSeed), "soups");
}

TEST_CASE("oracle: the skeletons of new tag soups give the trees of the soups") {
  const std::uint64_t seed = random_seed();
  check_soups(compare_soups(kRandomSoups, seed), "soups, seed " + std::to_string(seed));
}

TEST_CASE("oracle: the skeletons of soups that are nested nearly right give their trees") {
  const std::uint64_t seed = random_seed();
  check(compare_nested_soups(kNestedSoups, kFixedSeed), "nested soups");
  check(compare_nested_soups(kRandomSoups, seed), "nested soups, seed " + std::to_string(seed));
}

TEST_CASE("oracle: the skeletons of mutated fixtures give the trees of the mutations") {
  const std::uint64_t seed = random_seed();
  check(compare_mutations(kFixedSeed), "mutations");
  check(compare_mutations(seed), "mutations, seed " + std::to_string(seed));
}

TEST_CASE("oracle: the skeletons of wcxb-dev give the trees of its pages") {
  compare_bench("wcxb-dev/html");
}

TEST_CASE("oracle: the skeletons of segments-dev give the trees of its pages") {
  compare_bench("segments-dev/html");
}

TEST_CASE("oracle: the skeletons of world-dev give the trees of its pages") {
  compare_bench("world-dev/html");
}

TEST_CASE("oracle: the skeletons of dates-dev give the trees of its pages") {
  compare_bench("dates-dev/html");
}

TEST_CASE("oracle: the skeletons of more-dev give the trees of its pages") {
  compare_bench("more-dev/html");
}

TEST_CASE("oracle: Gumbo reads an iframe without an end tag past its noscript") {
  GumboBugs bugs;
  const std::string page = "<noscript><iframe></noscript><p>x";
  CHECK(canonical_by_gumbo(page, bugs).text.find('x') == std::string::npos);
  base::Arena arena(1'000'000);
  const Result<page::Dom> dom = page::parse(page, arena, base::Deadline(0));
  REQUIRE(dom);
  CHECK(canonical(*dom).text.find('x') != std::string::npos);
}

TEST_CASE("oracle: Gumbo takes an empty end tag for a part of the unknown tag behind it") {
  const std::string page = "<body></><x-y>";
  GumboOutput* output = gumbo_parse_with_options(&kGumboDefaultOptions, page.data(), page.size());
  const auto& body = *static_cast<GumboNode*>(output->root->v.element.children.data[1]);
  const auto& unknown = *static_cast<GumboNode*>(body.v.element.children.data[0]);
  const GumboStringPiece& tag = unknown.v.element.original_tag;
  CHECK(std::string_view(tag.data, tag.length) == "</><x-y>");
  gumbo_destroy_output(&kGumboDefaultOptions, output);

  GumboBugs bugs;
  CHECK(canonical_by_gumbo(page, bugs).lines.back() == "2 <x-y>");
  CHECK(bugs.names == 1);
}

}  // namespace thresh::oracle
