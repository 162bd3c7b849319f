#include "page/nesting.hpp"

#include <doctest/doctest.h>

#include <string>

#include "page/lexer.hpp"

using namespace thresh::page;

namespace {

// Feeds mark-up; tells which tags are kept: "+" or "-" for each.
std::string kept(Nesting& nesting, std::string_view markup) {
  Lexer lexer(markup);
  Token token;
  std::string out;
  for (lexer.next(token); token.kind != Token::kEnd; lexer.next(token)) {
    const MarkupName name = markup_name(token.name);
    const bool keep = token.kind == Token::kStartTag ? nesting.start(name, token.self_closing)
                                                     : nesting.end(name);
    out += keep ? '+' : '-';
  }
  return out;
}

std::string repeated(std::string_view markup, int times) {
  std::string out;
  while (times-- > 0) out += markup;
  return out;
}

// Whether a page of many such stretches stays shallow.
bool stays_shallow(std::string_view markup) {
  Nesting nesting;
  kept(nesting, repeated(markup, 2000));
  return !nesting.overflowed();
}

}  // namespace

TEST_CASE("tags past the cap are dropped with their end tags, and no others") {
  Nesting nesting;
  kept(nesting, repeated("<div>", static_cast<int>(kMaxDepth) - 1));
  CHECK_FALSE(nesting.overflowed());
  CHECK(kept(nesting, "<ul><b><i></i></b></ul><p></p>") == "+----+++");
  CHECK(nesting.overflowed());
}

TEST_CASE("what was dropped ends with the element it stood in") {
  Nesting nesting;
  kept(nesting, repeated("<div>", static_cast<int>(kMaxDepth)));
  CHECK(kept(nesting, "<b></div></b>") == "-++");
}

TEST_CASE("pages that leave out end tags where they may stay shallow") {
  CHECK(stays_shallow("<p>"));
  CHECK(stays_shallow("<ul><li>a<li>b</ul>"));
  CHECK(stays_shallow("<dt><dd>"));
  CHECK(stays_shallow("<table><tr><td><tr><td></table>"));
  CHECK(stays_shallow("<select><option><option></select>"));
  CHECK(stays_shallow("<ruby><rb><rt></ruby>"));
  CHECK(stays_shallow("<a>"));
  CHECK(stays_shallow("<button>"));
  CHECK(stays_shallow("<h1>a</h2>"));
  CHECK(stays_shallow("<br><img><input>"));
  CHECK(stays_shallow("<svg/><svg><path/></svg>"));
  CHECK(stays_shallow("<p><b>x</p></b>"));
}

TEST_CASE("end tags that the parser ignores close nothing") {
  CHECK_FALSE(stays_shallow("<span><div></span>"));
  CHECK_FALSE(stays_shallow("<div><table><td></div>"));
  CHECK_FALSE(stays_shallow("<li><ul></li>"));
  CHECK_FALSE(stays_shallow("<noscript><div></noscript>"));
}

TEST_CASE("end tags of formatting elements and forms leave what stands in them") {
  CHECK_FALSE(stays_shallow("<b><div></b>"));
  CHECK_FALSE(stays_shallow("<form><span></form>"));
  CHECK(stays_shallow("<b><span></b>"));
}

TEST_CASE("foreign content ends at its end tag, or at a tag that breaks out of it") {
  Nesting nesting;
  kept(nesting, "<svg><g>");
  CHECK(nesting.in_foreign());
  kept(nesting, "<foreignobject>");
  CHECK_FALSE(nesting.in_foreign());
  kept(nesting, "</foreignobject>");
  CHECK(nesting.in_foreign());
  kept(nesting, "<div>");
  CHECK_FALSE(nesting.in_foreign());
  kept(nesting, "<math><mi>");
  CHECK_FALSE(nesting.in_foreign());
}

TEST_CASE("in a select an optgroup ends the one before it") {
  Nesting nesting;
  kept(nesting, "<select>" + repeated("<option>x<optgroup>", 600));
  CHECK_FALSE(nesting.overflowed());
  kept(nesting, "</select>" + repeated("<optgroup>", 600));
  CHECK(nesting.overflowed());
}
