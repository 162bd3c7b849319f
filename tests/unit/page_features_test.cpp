#include "judge/page_features.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "support/segmented.hpp"

using namespace thresh;
using thresh::testing::document_of;

namespace {

judge::Hashes features_of(const std::string& html) {
  const page::Document document = document_of(html);
  const judge::Measures measures = judge::measure(document);
  return judge::page_features(document, measures, judge::hash_looks(document, measures.looks));
}

bool has(const judge::Hashes& features, std::uint32_t hash) {
  return std::find(features.begin(), features.end(), hash) != features.end();
}

bool has_name(const judge::Hashes& features, judge::Kind kind, std::string_view name) {
  return has(features, judge::named(kind, judge::name_hash(name)));
}

}  // namespace

TEST_CASE("what a page says of itself is among its features") {
  const judge::Hashes features = features_of(
      "<meta property=og:type content=product><link rel=canonical "
      "href=https://x.example/shop/red-hat>"
      "<script type=application/ld+json>{\"@type\": [\"Product\"]}</script><p>A hat.</p>");
  CHECK(has_name(features, judge::Kind::kMetaName, "og:type"));
  CHECK(has_name(features, judge::Kind::kMetaValue, "product"));
  CHECK(has_name(features, judge::Kind::kJsonType, "Product"));
  CHECK(has_name(features, judge::Kind::kPathPart, "shop"));
  CHECK_FALSE(has_name(features, judge::Kind::kPathPart, "red"));
}

TEST_CASE("a feature counts once, however often it stands on the page") {
  const judge::Hashes features =
      features_of("<div class=post><p>Reply</p></div><div class=post><p>Reply</p></div>");
  CHECK(std::adjacent_find(features.begin(), features.end()) == features.end());
  CHECK(has_name(features, judge::Kind::kClass, "post"));
}

TEST_CASE("broken JSON-LD and URLs have no features, and do no harm") {
  for (const char* json : {"\"@type\"", "\"@type\":", "\"@type\":\"", "\"@type\":\"\""}) {
    CAPTURE(json);
    const std::string page = std::string("<script type=application/ld+json>") + json +
                             "</script><link rel=canonical href=//><p>x</p>";
    CHECK_FALSE(features_of(page).empty());
  }
}
