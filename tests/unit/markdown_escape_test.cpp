#include "write/markdown_escape.hpp"

#include <doctest/doctest.h>

using namespace thresh::writers;

namespace {

std::string inside(std::string_view text, MarkdownPlace place = {}) {
  std::string out;
  append_markdown_text(out, text, place);
  return out;
}

std::string at_start(std::string_view text) { return inside(text, {.line_start = true}); }

std::string code(std::string_view text, bool in_table = false) {
  std::string out;
  append_markdown_code(out, text, in_table);
  return out;
}

std::string url(std::string_view text, bool in_table = false) {
  std::string out;
  append_markdown_url(out, text, in_table);
  return out;
}

}  // namespace

TEST_CASE("ordinary text is left alone") {
  for (const char* text :
       {"", "Plain, with (parentheses) & \"quotes\"; 50% - done!", "AT&T 3 < 4 > 2",
        "snake_case x:y end. www", "\u00e9t\u00e9 | 5 + 3 = 8 #tag"}) {
    CAPTURE(text);
    CHECK(inside(text) == text);
  }
}

TEST_CASE("marks of emphasis, code, links and strikethrough are escaped") {
  CHECK(inside("*a* _b_ `c` [d](e) ~~f~~ \\g") ==
        "\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\~\\~f\\~\\~ \\\\g");
}

TEST_CASE("HTML and entities are escaped, lone signs are not") {
  CHECK(inside("<b> </b> <!-- <? a < b") == "\\<b> \\</b> \\<!-- \\<? a < b");
  CHECK(inside("&amp; &#39; &#x27; & &a b; &;") == "\\&amp; \\&#39; \\&#x27; & &a b; &;");
}

TEST_CASE("addresses that GitHub's dialect would link are escaped, but not inside links") {
  CHECK(inside("http://a.org ftp://b a:b") == "http\\://a.org ftp\\://b a:b");
  CHECK(inside("www.a.org WWW.b ww.c") == "www\\.a.org WWW\\.b ww.c");
  CHECK(inside("http://www.a.org", {.in_link = true}) == "http://www.a.org");
}

TEST_CASE("pipes are escaped in tables") {
  CHECK(inside("a|b", {.in_table = true}) == "a\\|b");
  CHECK(inside("a\\|b", {.in_table = true}) == "a\\\\\\|b");
}

TEST_CASE("what would start another kind of block is escaped at the start of a line") {
  CHECK(at_start("# a") == "\\# a");
  CHECK(at_start("###### a") == "\\###### a");
  CHECK(at_start("#") == "\\#");
  CHECK(at_start("> a") == "\\> a");
  CHECK(at_start("- a") == "\\- a");
  CHECK(at_start("---") == "\\---");
  CHECK(at_start("+ a") == "\\+ a");
  CHECK(at_start("* a") == "\\* a");
  CHECK(at_start("=====") == "\\=====");
  CHECK(at_start("1. a") == "1\\. a");
  CHECK(at_start("23)") == "23\\)");
  CHECK(at_start(":-- | --") == "\\:-- | --");
  CHECK(at_start("| a |") == "\\| a |");
  CHECK(at_start("~~~") == "\\~\\~\\~");
}

TEST_CASE("what only looks like a start of a block is left alone") {
  for (const char* text :
       {"#tag", "-5 degrees", "+1", "1.5 million", "2024", "1.a", ": a", "\u2013 a"}) {
    CAPTURE(text);
    CHECK(at_start(text) == text);
  }
}

TEST_CASE("code is fenced by more backticks than it holds") {
  CHECK(code("a") == "`a`");
  CHECK(code("a`b") == "``a`b``");
  CHECK(code("`") == "`` ` ``");
  CHECK(code("a``") == "``` a`` ```");
  CHECK(code(" a ") == "`  a  `");
  CHECK(code(" a") == "` a`");
  CHECK(code("\\*") == "`\\*`");
  CHECK(code("a|b") == "`a|b`");
  CHECK(code("a|b", true) == "`a\\|b`");
}

TEST_CASE("URLs survive parentheses, entities and table cells") {
  CHECK(url("https://a.org/x?y=1&z=_2_#f") == "https://a.org/x?y=1&z=_2_#f");
  CHECK(url("/a_(b)") == "/a_\\(b\\)");
  CHECK(url("/?a&copy;b") == "/?a&amp;copy;b");
  CHECK(url("/a b\n") == "/a%20b%0A");
  CHECK(url("/a|b") == "/a|b");
  CHECK(url("/a|b", true) == "/a\\|b");
}
