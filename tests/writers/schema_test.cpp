#include <doctest/doctest.h>

#include <string>

#include "base/json.hpp"
#include "schema_checker.hpp"
#include "support/make_article.hpp"
#include "thresh/write.hpp"

using namespace thresh;
using namespace thresh::test;

namespace {

std::string fault_of(const std::string& record) {
  const auto json = base::Json::parse(record);
  return json ? schema_fault(json->root()) : "not JSON";
}

std::string fault_of(const Article& page) {
  const WriteOptions options{.boilerplate = true};
  const std::string fault = fault_of(write(page, Format::kJson, options, {"id", "source"}));
  return fault.empty() ? fault_of(write(page, Format::kJsonl, options)) : fault;
}

}  // namespace

TEST_CASE("records of nothing and of everything conform to the schema") {
  CHECK(fault_of(Article()) == "");
  Article page = article({linked(heading(1, "a b"), "b", "/x")});
  page.confidence = 1;
  page.page_type = PageType::kArticle;
  page.url = "https://x.org/";
  page.charset = {"utf-8", "bom"};
  page.metadata.title = {"t", "h1"};
  page.metadata.authors = {{"a"}, "byline"};
  page.metadata.published = {"2024-03-05", "time"};
  page.metadata.modified = {"2024-03-06T07:30Z", "json-ld"};
  page.metadata.tags = {{"a", "b"}, "article:tag"};
  page.metadata.access = {Access::kDeclaredPaid, {"json-ld: isAccessibleForFree is false"}};
  page.warnings = {"w"};
  page.word_count = 2;
  CHECK(fault_of(page) == "");
}

TEST_CASE("every verdict, page type, label and charset source is in the schema") {
  for (int i = 0; i <= static_cast<int>(Verdict::kEmpty); ++i) {
    Article page;
    page.verdict = static_cast<Verdict>(i);
    CHECK(fault_of(page) == "");
  }
  for (int i = 0; i < static_cast<int>(kPageTypeCount); ++i) {
    Article page;
    page.page_type = static_cast<PageType>(i);
    CHECK(fault_of(page) == "");
  }
  for (int i = 0; i < static_cast<int>(kLabelCount); ++i) {
    Article page = article({block(static_cast<Label>(i), "x")});
    page.boilerplate = page.blocks;
    CHECK(fault_of(page) == "");
  }
  for (const char* from : {"bom", "option", "content-type", "meta", "detected", "default"}) {
    Article page;
    page.charset = {"utf-8", from};
    CHECK(fault_of(page) == "");
  }
}

TEST_CASE("every error is in the schema") {
  for (int i = 0; i <= static_cast<int>(ErrorCode::kUsage); ++i) {
    const Error error{static_cast<ErrorCode>(i), "read", "message"};
    CHECK(fault_of(write_error(error, Format::kJson, {"id", "source"})) == "");
    CHECK(fault_of(write_error(error, Format::kJsonl, {})) == "");
  }
}
