// fixtures/metadata: a page for each source of metadata, and one for each thing that looks like it
// and is not. NAME.txt says what ought to come of NAME.html: the page's URL, then a line a field,
// "name: source | value", values of a list parted by "; ", "name: nothing" where none is right.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "support/read_file.hpp"
#include "thresh/extract.hpp"

using namespace thresh;

namespace {

std::string shown(const std::string& source, const std::string& value) {
  return value.empty() ? "nothing" : source + " | " + value;
}

std::string shown(const ListField& list) {
  std::string values;
  for (const std::string& value : list.values) values += (values.empty() ? "" : "; ") + value;
  return shown(list.source, values);
}

std::string field_of(const Metadata& metadata, const std::string& name) {
  const std::pair<std::string, const Field*> fields[] = {
      {"title", &metadata.title},       {"published", &metadata.published},
      {"modified", &metadata.modified}, {"site", &metadata.site},
      {"language", &metadata.language}, {"description", &metadata.description},
      {"section", &metadata.section},   {"licence", &metadata.licence},
      {"image", &metadata.image},       {"canonical_url", &metadata.canonical_url}};
  for (const auto& [key, field] : fields) {
    if (key == name) return shown(field->source, field->value);
  }
  if (name == "authors") return shown(metadata.authors);
  if (name == "tags") return shown(metadata.tags);
  if (name == "access") return std::string(access_name(metadata.access.value));
  return "no such field";
}

std::vector<std::filesystem::path> pages() {
  std::vector<std::filesystem::path> found;
  for (const auto& entry :
       std::filesystem::directory_iterator(THRESH_SOURCE_DIR "/fixtures/metadata")) {
    if (entry.path().extension() == ".html") found.push_back(entry.path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

}  // namespace

TEST_CASE("every page of fixtures/metadata gives the fields that it ought to") {
  REQUIRE(pages().size() >= 30);
  for (std::filesystem::path path : pages()) {
    const std::string html = test::read_file(path).value_or("");
    std::ifstream expected(path.replace_extension(".txt"));
    CAPTURE(path.stem().string());
    REQUIRE(expected);
    std::string line;
    std::getline(expected, line);
    const std::string url = line.substr(line.find(' ') + 1);
    Page page;
    page.bytes = html;
    page.url = url;
    const Result<Article> article = extract(page, {});
    REQUIRE(article);
    while (std::getline(expected, line)) {
      const std::string name = line.substr(0, line.find(':'));
      CHECK(name + ": " + field_of(article->metadata, name) == line);
    }
  }
}
