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

namespace {

// Whether the last tag of the mark-up is a start tag of a plain element.
bool is_plain(std::string_view markup) {
  Nesting nesting;
  kept(nesting, markup);
  return nesting.last_is_plain();
}

bool is_exact(std::string_view markup) {
  Nesting nesting;
  kept(nesting, markup);
  return nesting.is_exact();
}

}  // namespace

TEST_CASE("elements are plain where their start tags only open them") {
  CHECK(is_plain("<div><p>"));
  CHECK(is_plain("<p>x</p><p>"));
  CHECK(is_plain("<a></a><a>"));
  CHECK(is_plain("<ul><li><div><ul><li>"));
  CHECK(is_plain("<table><tr><td><b>"));
  CHECK(is_plain("<table><tr><td><b><td><b>"));  // the cell's end forgets the first
  CHECK_FALSE(is_plain("<p><div>"));
  CHECK_FALSE(is_plain("<a><span><a>"));
  CHECK_FALSE(is_plain("<b><b>"));
  CHECK_FALSE(is_plain("<li><b></b><li>"));
  CHECK_FALSE(is_plain("<h1><h2>"));
}

TEST_CASE("elements that do more than hold what stands in them are not plain") {
  for (const char* tag :
       {"form", "table", "select", "template", "object", "option", "rt", "math"}) {
    CHECK_MESSAGE(!is_plain(std::string("<").append(tag).append(">")), tag);
  }
}

TEST_CASE("the model is exact as long as the parser does with each tag what it says") {
  CHECK(is_exact("<div><p>a<p>b</div><ul><li>c<li>d</ul></x></p>"));
  CHECK(is_exact("<table><tr><td>a<tr><td>b</table>"));
  CHECK(is_exact("<b><i></i></b><b><span></b>"));
  CHECK(is_exact("<form><p></form><form></form>"));
  for (const char* markup :
       {"<p><b></p>", "<b><i></b>", "<b><p></b>", "<b><b><b><b>", "<form><form>", "<table><div>",
        "<td>", "<table><tr></tbody>", "<p><table>", "<select><div>", "<select></div>",
        "<x-y><y-x></x-y>", "<ruby><rt>", "<table><caption><td>", "<table><colgroup><tr>"}) {
    CHECK_MESSAGE(!is_exact(markup), markup);
  }
}
