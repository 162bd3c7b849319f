#include "metadata/access.hpp"

#include <doctest/doctest.h>

#include <string>

#include "support/facts.hpp"

using namespace thresh;
using testing::json_ld;

namespace {

AccessField access(const std::string& html) {
  const testing::PageFacts page(html);
  return metadata::resolve_access(page.facts());
}

std::string article(const std::string& fields) {
  return json_ld(R"({"@type": "NewsArticle", )" + fields + "}") + std::string(testing::kStory);
}

}  // namespace

TEST_CASE("nothing declared, nothing known") {
  const AccessField field = access(std::string(testing::kStory));
  CHECK(field.value == Access::kUnknown);
  CHECK(field.evidence.empty());
}

TEST_CASE("isAccessibleForFree is read as a boolean and as a string") {
  CHECK(access(article(R"("isAccessibleForFree": true)")).value == Access::kFree);
  CHECK(access(article(R"("isAccessibleForFree": "False")")).value == Access::kDeclaredPaid);
  CHECK(access(article(R"("isAccessibleForFree": false)")).evidence ==
        std::vector<std::string>{"json-ld: isAccessibleForFree is false"});
  CHECK(access(article(R"("isAccessibleForFree": "maybe")")).value == Access::kUnknown);
}

TEST_CASE("a part that is not free makes the page a paid one") {
  const AccessField field =
      access(article(R"("hasPart": [{"isAccessibleForFree": "False", "cssSelector": ".rest"}])"));
  CHECK(field.value == Access::kDeclaredPaid);
  CHECK(field.evidence.back().ends_with(".rest"));
}

TEST_CASE("a meter is declared by the content tier") {
  const std::string story(testing::kStory);
  CHECK(access("<meta property=article:content_tier content=metered>" + story).value ==
        Access::kDeclaredPaid);
  CHECK(access("<meta property=article:content_tier content=free>" + story).value == Access::kFree);
}

TEST_CASE("a paid page that shows less than it declares is cut off") {
  const std::string paid = R"("isAccessibleForFree": false, )";
  CHECK(access(article(paid + R"("wordCount": 900)")).value == Access::kTruncated);
  CHECK(access(article(paid + R"("wordCount": 40)")).value == Access::kDeclaredPaid);
  std::string body;
  for (int i = 0; i < 300; ++i) body += "word ";
  CHECK(access(article(paid + R"("articleBody": ")" + body + R"(")")).value == Access::kTruncated);
  CHECK(access(article(R"("wordCount": 900)")).value == Access::kUnknown);
}

TEST_CASE("a paid page that ends in a request to subscribe is cut off") {
  const std::string paid = article(R"("isAccessibleForFree": false)");
  CHECK(access(paid + "<div class=paywall>Subscribe to read on</div>").value == Access::kTruncated);
  CHECK(access(std::string(testing::kStory) + "<div class=paywall>Subscribe to read on</div>")
            .value == Access::kUnknown);
}
