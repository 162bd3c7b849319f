// What must hold of the fixtures themselves.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <unordered_set>
#include <vector>

#include "base/words.hpp"
#include "golden/harness/compare.hpp"
#include "golden/harness/fixture.hpp"
#include "support/read_file.hpp"
#include "support/words.hpp"

using namespace thresh::golden;
using thresh::test::words;

namespace {

constexpr std::size_t kMinPages = 16;
constexpr std::size_t kMinNewsWords = 250;
constexpr std::size_t kMinNewsMarkup = 15'000;  // bytes
constexpr std::size_t kMinNewsLinks = 15;

std::vector<Fixture> all_fixtures() {
  std::vector<Fixture> fixtures;
  for (const auto& folder : fixture_folders()) {
    auto fixture = load_fixture(folder);
    if (!fixture) FAIL_CHECK(fixture.error().message);
    if (fixture) fixtures.push_back(std::move(*fixture));
  }
  return fixtures;
}

std::size_t count(std::string_view text, std::string_view part) {
  std::size_t n = 0;
  for (std::size_t at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++n;
  return n;
}

// Every prompt of the fixture, whether it is kept out already or not.
std::vector<std::string> prompts(const Fixture& fixture) {
  std::vector<std::string> list = fixture.facts.phrases.must_not;
  const std::vector<std::string>& known = fixture.facts.known_failures.phrases.must_not;
  list.insert(list.end(), known.begin(), known.end());
  return list;
}

// Of the letters that words() gives of a script without spaces; all take three bytes or four.
bool is_letter(const std::string& word) {
  return word.size() <= 4 && static_cast<unsigned char>(word[0]) >= 0xE0;
}

// How many words in a row give a phrase away: four, or about as many letters as four words have.
std::size_t telling_length(const std::vector<std::string>& phrase) {
  return std::all_of(phrase.begin(), phrase.end(), is_letter) ? 8 : 4;
}

// All runs of `length` words, each as one string.
std::vector<std::string> runs(const std::vector<std::string>& list, std::size_t length) {
  std::vector<std::string> out;
  for (std::size_t i = 0; i + length <= list.size(); ++i) {
    std::string run;
    for (std::size_t k = 0; k < length; ++k) run += list[i + k] + ' ';
    out.push_back(std::move(run));
  }
  return out;
}

std::vector<std::string> telling_runs(const std::string& phrase) {
  const std::vector<std::string> list = words(phrase);
  return runs(list, telling_length(list));
}

std::vector<std::filesystem::path> source_files() {
  std::vector<std::filesystem::path> files;
  const auto root = std::filesystem::path(THRESH_SOURCE_DIR) / "src";
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
    if (entry.is_regular_file()) files.push_back(entry.path());
  }
  return files;
}

}  // namespace

TEST_CASE("every fixture has its files") {
  const std::vector<Fixture> fixtures = all_fixtures();
  CHECK(fixtures.size() >= kMinPages);
  for (const Fixture& fixture : fixtures) {
    CAPTURE(fixture.slug);
    CHECK(fixture.expected.has_value());
  }
}

TEST_CASE("news fixtures are as long and as cluttered as news pages") {
  for (const Fixture& fixture : all_fixtures()) {
    if (!fixture.facts.news) continue;
    CAPTURE(fixture.slug);
    CHECK(thresh::base::count_words(fixture.gold) >= kMinNewsWords);
    CHECK(fixture.source.size() >= kMinNewsMarkup + fixture.gold.size());
    CHECK(count(fixture.source, "<script") >= 2);
    CHECK(count(fixture.source, "application/ld+json") >= 1);
    CHECK(count(fixture.source, "href=") >= kMinNewsLinks);
  }
}

TEST_CASE("prompts are long enough to give themselves away, and no part of the gold text") {
  for (const Fixture& fixture : all_fixtures()) {
    CAPTURE(fixture.slug);
    for (const std::string& prompt : prompts(fixture)) {
      CAPTURE(prompt);
      CHECK_FALSE(telling_runs(prompt).empty());
      CHECK_FALSE(contains_phrase(fixture.gold, prompt));
    }
  }
}

TEST_CASE("no four words in a row of a fixture's prompt stand in the source code") {
  std::unordered_set<std::string> telling;
  for (const Fixture& fixture : all_fixtures()) {
    for (const std::string& prompt : prompts(fixture)) {
      for (std::string& run : telling_runs(prompt)) telling.insert(std::move(run));
    }
  }
  std::vector<std::string> found;
  for (const auto& path : source_files()) {
    const std::vector<std::string> list = words(*thresh::test::read_file(path));
    for (const std::size_t length : {4, 8}) {
      for (const std::string& run : runs(list, length)) {
        if (telling.count(run) != 0) found.push_back(path.string() + ": " + run);
      }
    }
  }
  for (const std::string& place : found) FAIL_CHECK(place);
  CHECK(found.empty());
}
