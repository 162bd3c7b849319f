#include "metadata/tags.hpp"

#include <doctest/doctest.h>

#include <string>

#include "support/facts.hpp"

using namespace thresh;

namespace {

ListField tags(const std::string& html) {
  const testing::PageFacts page(html);
  return metadata::resolve_tags(page.facts());
}
using Tags = std::vector<std::string>;

}  // namespace

TEST_CASE("keywords are a list, a text with commas, or objects") {
  for (const std::string_view keywords :
       {R"(["bridge", "town council"])", R"("bridge, town council, Bridge")",
        R"([{"@type": "DefinedTerm", "name": "bridge"}, {"name": "town council"}])"}) {
    CAPTURE(std::string(keywords));
    const ListField list = tags(
        testing::json_ld(R"({"@type": "Article", "keywords": )" + std::string(keywords) + "}"));
    CHECK(list.values == Tags{"bridge", "town council"});
    CHECK(list.source == "json-ld");
  }
}

TEST_CASE("metas are asked in turn") {
  const std::string keywords = "<meta name=keywords content='news; bridge'>";
  CHECK(tags(keywords).values == Tags{"news", "bridge"});
  const ListField list = tags(keywords + "<meta property=article:tag content=bridge>" +
                              "<meta property=article:tag content='town council'>");
  CHECK(list.values == Tags{"bridge", "town council"});
  CHECK(list.source == "article:tag");
}

TEST_CASE("endless lists are cut") {
  std::string many;
  for (int i = 0; i < 5000; ++i) many += std::to_string(i) + ",";
  CHECK(tags("<meta name=keywords content='" + many + "'>").values.size() == 50);
}
