#include "page/markup_rules.hpp"

#include <doctest/doctest.h>

using namespace thresh::page;

TEST_CASE("rules are found by name in any case") {
  CHECK(markup_name("script")->kind == MarkupKind::kScript);
  CHECK(markup_name("TextArea")->kind == MarkupKind::kTextarea);
  CHECK(markup_name("div")->has(kClosesP));
  CHECK_FALSE(markup_name("span")->has(kClosesP));
}

TEST_CASE("an element without a row is ordinary, and its name still counts") {
  CHECK(markup_name("x-y")->kind == MarkupKind::kOrdinary);
  CHECK(markup_name("x-y").id == markup_name("X-Y").id);
  CHECK(markup_name("x-y").id != markup_name("x-z").id);
}

TEST_CASE("all headings end each other") {
  CHECK(markup_name("h1").id == markup_name("h6").id);
  CHECK(markup_name("h1").id != markup_name("p").id);
}
