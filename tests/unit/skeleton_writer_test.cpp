#include "page/skeleton_writer.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace thresh::page;

namespace {

// Writes the only tag of a page.
struct Written {
  explicit Written(std::string_view page) : writer(page) {
    Lexer lexer(page);
    Token token;
    lexer.next(token);
    doubt = writer.start_tag(token, markup_name(token.name), false);
  }
  SkeletonWriter writer;
  Doubt doubt;
};

}  // namespace

TEST_CASE("attributes are the first of each name, read clean on demand") {
  Written written("<p Title='a&amp;b' title=c onclick=d>");
  CHECK(written.doubt.empty());
  CHECK(written.writer.attribute(Attribute::kTitle) == "a&b");
  CHECK(written.writer.attribute(Attribute::kId) == "");
  CHECK(written.writer.items() == 2);  // a tag and an attribute
  CHECK(written.writer.take().attributes[0].value == "a&amp;b");
}

TEST_CASE("attributes that Gumbo would read otherwise are doubtful") {
  CHECK_FALSE(Written(std::string_view("<p \0id=x>", 9)).doubt.empty());
  std::string many = "<b";
  for (int i = 0; i < 100; ++i) many += " a" + std::to_string(i);
  CHECK_FALSE(Written(many + ">").doubt.empty());
}

TEST_CASE(
    "equal attributes of formatting elements have equal fingerprints however they are written") {
  const auto markup = [](std::string_view page) { return Written(page).writer.take().markup; };
  CHECK(markup("<b title='a&amp;b'>") == markup("<b TITLE=a&#38;b>"));
  CHECK(markup("<b title=a>") != markup("<b title=b>"));
  CHECK(markup("<b title=a>") != markup("<b>"));
  CHECK(markup("<a title=a>") == "<a>");
}

TEST_CASE("comments are written where text stands before them") {
  SkeletonWriter writer("ab");
  writer.comment();
  CHECK(writer.text(0, 1, TextState::kData).empty());
  writer.comment();
  writer.comment();
  CHECK(writer.take().markup == "x<!---->");
}
