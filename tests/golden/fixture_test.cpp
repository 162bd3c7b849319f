#include "golden/harness/fixture.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "support/temporary_directory.hpp"

using namespace thresh::golden;
using thresh::test::TemporaryDirectory;

namespace {

constexpr std::string_view kFacts =
    R"("url": "", "content_type": "", "why": "w", "news": false, "verdict": "article",
       "title": "t", "must_not": ["one two three four"])";

std::string page_json(std::string_view more = "") {
  return "{" + std::string(kFacts) + std::string(more) + "}";
}

// A folder that loads, for the tests to break.
void write_fixture(const TemporaryDirectory& folder, std::string_view page = page_json()) {
  folder.write("source.html", "<p>body");
  folder.write("gold.txt", "body\n");
  folder.write("page.json", page);
  folder.write("expected.json", "{}\n");
}

}  // namespace

TEST_CASE("a fixture is read from its folder") {
  const TemporaryDirectory folder;
  write_fixture(folder, page_json(R"(, "not_in_text": ["by line"],
      "known_failures": {"must_not": ["five six seven eight"], "why": "later"})"));
  const auto fixture = load_fixture(folder.path());
  REQUIRE(fixture);
  CHECK(fixture->slug == folder.path().filename().string());
  CHECK(fixture->source == "<p>body");
  CHECK(fixture->gold == "body\n");
  CHECK(fixture->expected == "{}\n");
  CHECK(fixture->facts.min_f1 == doctest::Approx(0.97));
  REQUIRE(fixture->facts.phrases.must_not.size() == 1);
  CHECK(fixture->facts.phrases.not_in_text.at(0) == "by line");
  CHECK(fixture->facts.known_failures.phrases.must_not.at(0) == "five six seven eight");
}

TEST_CASE("a fixture without one of its hand-made files does not load") {
  for (const char* name : {"source.html", "gold.txt", "page.json"}) {
    CAPTURE(name);
    const TemporaryDirectory folder;
    write_fixture(folder);
    std::filesystem::remove(folder.path() / name);
    const auto fixture = load_fixture(folder.path());
    REQUIRE_FALSE(fixture);
    CHECK(fixture.error().message.find(name) != std::string::npos);
  }
}

TEST_CASE("a fixture loads without expected.json, so that its output can be seen and accepted") {
  const TemporaryDirectory folder;
  write_fixture(folder);
  std::filesystem::remove(expected_path(folder.path()));
  const auto fixture = load_fixture(folder.path());
  REQUIRE(fixture);
  CHECK_FALSE(fixture->expected);
}

TEST_CASE("a page.json that says too little does not load") {
  const std::string no_title =
      R"({"url": "", "content_type": "", "why": "w", "news": true, "verdict": "article",
          "must_not": []})";
  for (const std::string& page :
       {std::string("{"), std::string("{}"), no_title, page_json(R"(, "min_f1": 0.5)"),
        page_json(R"(, "known_failures": {"must_not": ["a b c d"]})"),
        page_json(R"(, "known_failures": {"why": "later"})")}) {
    CAPTURE(page);
    const TemporaryDirectory folder;
    write_fixture(folder, page);
    CHECK_FALSE(load_fixture(folder.path()));
  }
}
