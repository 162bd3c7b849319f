#include "base/utf8.hpp"

#include <doctest/doctest.h>

using namespace thresh::base;

namespace {

std::string repaired(std::string_view bytes) {
  std::string out;
  append_valid_utf8(out, bytes);
  return out;
}

std::string encoded(char32_t code_point) {
  std::string out;
  append_code_point(out, code_point);
  return out;
}

}  // namespace

TEST_CASE("text of every sequence length is valid") {
  const std::string_view text =
      "sixteen ASCII bytes, then \u00e9\u0436 \u20ac\u6f22 \U0001F600 end";
  CHECK(valid_utf8_prefix(text) == text.size());
  CHECK(valid_utf8_prefix("") == 0);
}

TEST_CASE("the valid prefix ends at the first bad sequence") {
  CHECK(valid_utf8_prefix("0123456789abcdefXYZ\xE9t\xE9") == 19);
  CHECK(valid_utf8_prefix("ab\xC0\x80") == 2);          // overlong
  CHECK(valid_utf8_prefix("ab\xE0\x9F\xBF") == 2);      // overlong
  CHECK(valid_utf8_prefix("ab\xF0\x8F\xBF\xBF") == 2);  // overlong
  CHECK(valid_utf8_prefix("ab\xED\xA0\x80") == 2);      // surrogate
  CHECK(valid_utf8_prefix("ab\xF4\x90\x80\x80") == 2);  // past U+10FFFF
  CHECK(valid_utf8_prefix("ab\xE2\x82") == 2);          // cut off
}

TEST_CASE("each maximal invalid subsequence becomes one U+FFFD and what follows is kept") {
  CHECK(repaired("a\xE2\x82z") == "a\uFFFDz");
  CHECK(repaired("a\xF0\x9F\x98<b>") == "a\uFFFD<b>");
  CHECK(repaired("\xC0\x80") == "\uFFFD\uFFFD");
  CHECK(repaired("\xED\xA0\x80") == "\uFFFD\uFFFD\uFFFD");
  CHECK(repaired("x\xFF\u00e9") == "x\uFFFD\u00e9");
  CHECK(repaired("\xE2\x82") == "\uFFFD");
}

TEST_CASE("code points are written and read back") {
  for (const char32_t c : {U'a', U'\u007f', U'\u0080', U'\u07ff', U'\u0800', U'\uffff',
                           U'\U00010000', U'\U0010ffff'}) {
    const std::string text = encoded(c) + "!";
    std::size_t at = 0;
    CHECK(next_code_point(text, at) == c);
    CHECK(at == text.size() - 1);
    CHECK(valid_utf8_prefix(text) == text.size());
  }
}

TEST_CASE("what is no code point is written as U+FFFD") {
  CHECK(encoded(0xD800) == "\uFFFD");
  CHECK(encoded(0x110000) == "\uFFFD");
}

TEST_CASE("the ASCII prefix ends at the first byte past ASCII") {
  CHECK(ascii_prefix("") == 0);
  CHECK(ascii_prefix("0123456789abcdef0123456789abcdef") == 32);
  CHECK(ascii_prefix("0123456789abcdefXY\xE9Z") == 18);
}

TEST_CASE("a census tells whole, cut and stray sequences apart") {
  const Utf8Census census = count_utf8("a\u00e9\u20ac \xE2\x82 \xE9t\xE9 \U0001F600");
  CHECK(census.whole == 3);
  CHECK(census.cut == 1);
  CHECK(census.stray == 2);
  CHECK_FALSE(census.valid());
  CHECK_FALSE(census.ascii());
  CHECK(count_utf8("\u00e9").valid());
  CHECK(count_utf8("plain").ascii());
}
