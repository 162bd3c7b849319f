#include <doctest/doctest.h>

#include "support/make_article.hpp"
#include "thresh/write.hpp"

using namespace thresh;
using namespace thresh::test;

TEST_CASE("formats are found by name") {
  CHECK(format_from_name("text") == Format::kText);
  CHECK(format_from_name("jsonl") == Format::kJsonl);
  CHECK_FALSE(format_from_name("Text"));
  CHECK_FALSE(format_from_name(""));
  CHECK(format_extension(Format::kMarkdown) == ".md");
  CHECK(format_extension(Format::kHtml) == ".html");
}

TEST_CASE("each format is written by its own writer") {
  const Article page = article({heading(1, "h")});
  CHECK(write(page, Format::kText) == "h\n");
  CHECK(write(page, Format::kMarkdown) == "# h\n");
  CHECK(write(page, Format::kHtml) == "<article>\n<h1>h</h1>\n</article>\n");
  CHECK(write(page, Format::kJson).substr(0, 4) == "{\n  ");
  CHECK(write(page, Format::kJsonl).substr(0, 7) == "{\"v\":1,");
}

TEST_CASE("only JSON has records of failed pages") {
  const Error error{ErrorCode::kTimeout, "parse", "page took too long"};
  CHECK(write_error(error, Format::kText, {}) == "");
  CHECK(write_error(error, Format::kJsonl, {}).find("\"code\":\"timeout\"") != std::string::npos);
}
