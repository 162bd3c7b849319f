#include "page/clean.hpp"

#include <doctest/doctest.h>

using namespace thresh::page;
using namespace std::string_literals;

namespace {

std::string clean(std::string_view raw, Context context = Context::kText) {
  std::string out;
  append_clean(out, raw, context);
  return out;
}

}  // namespace

TEST_CASE("ordinary text is appended as it is") {
  const std::string text = "Eighty words, caf\u00e9 and \u6f22\u5b57\uff0c \ttab\nline \U0001F600";
  std::string out = "before ";
  append_clean(out, text, Context::kText);
  CHECK(out == "before " + text);
  CHECK(clean("").empty());
}

TEST_CASE("character references are decoded in text and attributes, not in literal text") {
  CHECK(clean("Tom &amp; Jerry&#8217;s &lt;b&gt; &amp;lt;") == "Tom & Jerry\u2019s <b> &lt;");
  CHECK(clean("?a=1&copy=2&amp;b", Context::kAttribute) == "?a=1&copy=2&b");
  CHECK(clean("?a=1&copy=2") == "?a=1\u00a9=2");
  CHECK(clean("a &amp; b", Context::kLiteral) == "a &amp; b");
  CHECK(clean("Fish & chips & AT&T &") == "Fish & chips & AT&T &");
}

TEST_CASE("line ends become LF") {
  CHECK(clean("a\r\nb\rc\n\rd\r") == "a\nb\nc\n\nd\n");
  CHECK(clean("a&#13;\nb&#10;c&#13;d") == "a\nb\nc\nd");
}

TEST_CASE("no control character comes through, written out or as a reference") {
  for (int c = 1; c < 0x80; ++c) {
    const bool control = c < 0x20 || c == 0x7F;
    if (!control || c == '\t' || c == '\n' || c == '\r' || c == '\f') continue;
    CAPTURE(c);
    CHECK(clean(std::string("x") + static_cast<char>(c) + "y") == "xy");
    CHECK(clean("x&#" + std::to_string(c) + ";y") == "xy");
  }
  CHECK(clean("&#27;[2J&#x1b;[31m\x1b]0;") == "[2J[31m]0;");
  CHECK(clean("a&#129;\uFFFE\uFFFF&#xFFFF;b") == "ab");
}

TEST_CASE("C1 controls become what windows-1252 has in their place") {
  CHECK(clean("we\xC2\x92re \xC2\x80 5 \xC2\x96 6\xC2\x85") ==
        "we\u2019re \u20AC 5 \u2013 6\u2026");
  CHECK(clean("a\xC2\x81\xC2\x8D\xC2\x8F\xC2\x90\xC2\x9D"
              "b") == "ab");
}

TEST_CASE("form feed parts words") { CHECK(clean("one\ftwo&#12;three") == "one two three"); }

TEST_CASE("NUL is dropped in text and U+FFFD in attributes") {
  CHECK(clean("a\0b"s) == "ab");
  CHECK(clean("a\0b"s, Context::kAttribute) == "a\uFFFDb");
  CHECK(clean("a&#0;b") == "a\uFFFDb");
}

TEST_CASE("neighbours of the dropped characters stay") {
  CHECK(clean("\u00a0\u00bf\ufffd\uff1f\uffee") == "\u00a0\u00bf\ufffd\uff1f\uffee");
}
