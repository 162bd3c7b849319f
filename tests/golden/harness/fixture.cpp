#include "golden/harness/fixture.hpp"

#include <algorithm>

#include "base/json.hpp"
#include "support/read_file.hpp"

namespace thresh::golden {
namespace {

using base::Json;
using base::JsonValue;

Error error(const std::filesystem::path& file, std::string_view what) {
  return {ErrorCode::kNoInput, "read", file.string() + ": " + std::string(what)};
}

std::vector<std::string> strings(JsonValue array) {
  std::vector<std::string> list;
  for (std::size_t i = 0; i < array.size(); ++i) list.emplace_back(array.at(i).string());
  return list;
}

Phrases read_phrases(JsonValue object) {
  return {strings(object["must_not"]), strings(object["not_in_text"])};
}

PageFacts read_facts(JsonValue page) {
  PageFacts facts;
  facts.url = page["url"].string();
  facts.content_type = page["content_type"].string();
  facts.why = page["why"].string();
  facts.news = page["news"].boolean().value_or(false);
  facts.verdict = page["verdict"].string();
  facts.title = page["title"].string();
  facts.phrases = read_phrases(page);
  facts.min_f1 = page["min_f1"].number().value_or(facts.min_f1);
  facts.min_f1_why = page["min_f1_why"].string();
  const JsonValue known = page["known_failures"];
  facts.known_failures = {read_phrases(known), std::string(known["why"].string())};
  return facts;
}

// What a page.json lacks, "" if nothing.
std::string_view lack(JsonValue page, const PageFacts& facts) {
  for (const std::string_view key : {"url", "content_type", "why", "verdict", "title"}) {
    if (!page[key].is_string()) return "needs strings url, content_type, why, verdict and title";
  }
  if (!page["news"].boolean()) return "needs news: true or false";
  if (!page["must_not"].is_array()) return "needs an array must_not";
  if (facts.why.empty()) return "why is empty";
  if (page["min_f1"].exists() && facts.min_f1_why.empty()) return "min_f1 needs its min_f1_why";
  if (page["known_failures"].exists()) {
    if (!facts.known_failures.any()) return "known_failures names none";
    if (facts.known_failures.why.empty()) return "known_failures needs its why";
  }
  return "";
}

}  // namespace

Result<Fixture> load_fixture(const std::filesystem::path& folder) {
  Fixture fixture;
  fixture.slug = folder.filename().string();
  const auto source = test::read_file(folder / "source.html");
  if (!source) return error(folder / "source.html", "missing");
  const auto gold = test::read_file(folder / "gold.txt");
  if (!gold) return error(folder / "gold.txt", "missing");
  const auto page = test::read_file(folder / "page.json");
  if (!page) return error(folder / "page.json", "missing");
  const std::optional<Json> json = Json::parse(*page);
  if (!json) return error(folder / "page.json", "is not JSON");
  fixture.source = *source;
  fixture.gold = *gold;
  fixture.facts = read_facts(json->root());
  const std::string_view missing = lack(json->root(), fixture.facts);
  if (!missing.empty()) return error(folder / "page.json", missing);
  fixture.expected = test::read_file(expected_path(folder));
  return fixture;
}

std::filesystem::path fixture_root() {
  return std::filesystem::path(THRESH_SOURCE_DIR) / "fixtures" / "pages";
}

std::vector<std::filesystem::path> fixture_folders() {
  std::vector<std::filesystem::path> folders;
  for (const auto& entry : std::filesystem::directory_iterator(fixture_root())) {
    if (entry.is_directory()) folders.push_back(entry.path());
  }
  std::sort(folders.begin(), folders.end());
  return folders;
}

std::filesystem::path expected_path(const std::filesystem::path& folder) {
  return folder / "expected.json";
}

}  // namespace thresh::golden
