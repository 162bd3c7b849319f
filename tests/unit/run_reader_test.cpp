#include "write/run_reader.hpp"

#include <doctest/doctest.h>

#include "support/make_article.hpp"

using namespace thresh;
using namespace thresh::test;
using writers::Run;
using writers::RunReader;

namespace {

std::string read(RunReader& runs, std::size_t begin, std::size_t end) {
  std::string out;
  Run run;
  for (runs.start(begin, end); runs.next(run);) {
    if (run.opens_link) out += "[";
    out += run.code ? "`" + std::string(run.text) + "`" : std::string(run.text);
    if (run.closes_link) out += "](" + run.link->href + ")";
    out += "|";
  }
  return out;
}

std::string read(const Block& block, bool links = true) {
  RunReader runs(block, links);
  return read(runs, 0, block.text.size());
}

}  // namespace

TEST_CASE("text without spans is one run") {
  CHECK(read(paragraph("some text")) == "some text|");
  CHECK(read(paragraph("")) == "");
}

TEST_CASE("links and code are runs of their own") {
  const Block block = coded(linked(paragraph("a bb c dd e"), "bb", "http://x/"), "dd");
  CHECK(read(block) == "a |[bb](http://x/)| c |`dd`| e|");
  CHECK(read(block, false) == "a bb c |`dd`| e|");
}

TEST_CASE("code inside a link does not end the link") {
  CHECK(read(coded(linked(paragraph("see the code here"), "the code", "/c"), "code")) ==
        "see |[the |`code`](/c)| here|");
}

TEST_CASE("code that holds a link is cut at its ends") {
  const Block block = coded(linked(paragraph("abcdef"), "cd", "/c"), "abcde");
  CHECK(read(block) == "`ab`|[`cd`](/c)|`e`|f|");
  CHECK(read(block, false) == "`abcde`|f|");
}

TEST_CASE("code that touches code is one run, and blank code is text") {
  CHECK(read(coded(coded(paragraph("abcd"), "ab"), "c")) == "`abc`|d|");
  CHECK(read(coded(paragraph("a b"), " ")) == "a| |b|");
}

TEST_CASE("a link over two lines is two links") {
  const Block block = linked(paragraph("ab\ncd"), "b\nc", "/c");
  RunReader runs(block, true);
  CHECK(read(runs, 0, 2) == "a|[b](/c)|");
  CHECK(read(runs, 3, 5) == "[c](/c)|d|");
}

TEST_CASE("links without words or with other schemes are text") {
  CHECK(read(linked(paragraph("a b c"), " ", "/x")) == "a b c|");
  CHECK(read(linked(linked(paragraph("a b"), "a", "javascript:x()"), "b", "/x")) == "a |[b](/x)|");
}

TEST_CASE("spans past the text are cut off") {
  Block block = paragraph("abc");
  block.links = {{{1, 100}, "/x"}, {{50, 1}, "/y"}};
  block.code = {{2, 100}};
  CHECK(read(block) == "a|[b|`c`](/x)|");
}

TEST_CASE("only safe and relative URLs are written") {
  for (const char* url :
       {"http://a/", "HTTPS://a/", "mailto:a@b.org", "/a:b", "a/b", "?x=a:b", "#x"}) {
    CAPTURE(url);
    CHECK(writers::is_writable_url(url));
  }
  for (const char* url : {"", "javascript:x", "data:text/html,x", "java\tscript:x", " javascript:x",
                          "vbscript:x", "\x01javascript:x", "a b"}) {
    CAPTURE(url);
    CHECK_FALSE(writers::is_writable_url(url));
  }
}
