#include "metadata/json_ld.hpp"

#include <doctest/doctest.h>

#include <string>

#include "support/segmented.hpp"

using thresh::metadata::JsonLd;
using thresh::testing::document_of;

namespace {

std::string script(std::string_view json) {
  return "<script type='application/ld+json'>" + std::string(json) + "</script>";
}

std::string read(const std::string& html, std::string_view path) {
  return std::string(JsonLd(document_of(html)).string(path));
}

}  // namespace

TEST_CASE("the article of a page is found at the top, in arrays and in a graph") {
  CHECK(read(script(R"({"@type": "NewsArticle", "headline": "A"})"), "headline") == "A");
  CHECK(read(script(R"([{"@type": "Thing"}, {"@type": "BlogPosting", "headline": "A"}])"),
             "headline") == "A");
  CHECK(read(script(R"({"@graph": [{"@type": "WebSite", "headline": "B"},
                                   {"@type": ["Article"], "headline": "A"}]})"),
             "headline") == "A");
  CHECK(read(script(R"({"@type": "WebPage",
                        "mainEntity": {"@type": "https://schema.org/Report", "headline": "A"}})"),
             "headline") == "A");
}

TEST_CASE("articles in lists of links are not the page's") {
  CHECK(read(script(R"({"@type": "ItemList",
                        "itemListElement": [{"@type": "NewsArticle", "headline": "B"}]})"),
             "headline")
            .empty());
}

TEST_CASE("the first script with an article counts, broken ones are passed over") {
  CHECK(read(script("{broken") + script(R"({"@type": "WebSite"})") +
                 script(R"({"@type": "Article", "headline": "A"})") +
                 script(R"({"@type": "Article", "headline": "B"})"),
             "headline") == "A");
}

TEST_CASE("paths lead through objects and the first elements of arrays") {
  const std::string page = script(
      R"({"@type": "Article", "publisher": [{"name": "A"}, {"name": "B"}], "image": ["c", "d"]})");
  CHECK(read(page, "publisher.name") == "A");
  CHECK(read(page, "image") == "c");
  CHECK(read(page, "image.url").empty());
  CHECK(read(page, "publisher").empty());
  CHECK(read(page, "author.name").empty());
  CHECK(read("<p>", "headline").empty());
}

TEST_CASE("nested holders cost no recursion") {
  std::string json;
  for (int i = 0; i < 200; ++i) json += R"({"@graph": [)";
  CHECK(read(script(json), "headline").empty());
}

TEST_CASE("character references in strings are decoded, also those escaped twice") {
  CHECK(
      read(script(
               R"({"@type": "Article", "headline": "Salt &amp; rope &#8211; d&eacute;j&agrave;"})"),
           "headline") == "Salt & rope – déjà");
  CHECK(read(script(R"({"@type": "Article", "headline": "Salt &amp;amp; rope"})"), "headline") ==
        "Salt & rope");
}

TEST_CASE("JSON that is wrapped or escaped for HTML is read") {
  CHECK(read(script("<!-- {\"@type\": \"Article\", \"headline\": \"A\"} -->"), "headline") == "A");
  CHECK(read(script("//<![CDATA[\n{\"@type\": \"Article\", \"headline\": \"A\"}\n//]]>"),
             "headline") == "A");
  CHECK(
      read(script("{&quot;@type&quot;: &quot;Article&quot;, &quot;headline&quot;: &quot;A&quot;}"),
           "headline") == "A");
}

TEST_CASE("references by @id are followed") {
  CHECK(read(script(R"({"@graph": [{"@type": "Article", "publisher": {"@id": "#p"}},
                                   {"@type": "Organization", "@id": "#p", "name": "Lantern"}]})"),
             "publisher.name") == "Lantern");
  CHECK(read(script(R"({"@type": "Article", "publisher": {"@id": "#nobody"}})"), "publisher.name")
            .empty());
}

TEST_CASE("a page that is no article tells of itself, a forum's question of its author") {
  CHECK(read(script(R"({"@type": "WebPage", "inLanguage": "de"})"), "inLanguage") == "de");
  CHECK(read(script(R"({"@type": "QAPage", "mainEntity":
                        {"@type": "Question", "author": {"name": "mo"}}})"),
             "author.name") == "mo");
  CHECK_FALSE(JsonLd(document_of(script(R"({"@type": "FAQPage", "mainEntity":
                        [{"@type": "Question", "name": "Why?"}]})")))
                  .has_article());
}
