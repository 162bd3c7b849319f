#include "page/character_reference.hpp"

#include <doctest/doctest.h>

using namespace thresh::page;

namespace {

CharacterReference in_text(std::string_view text) { return read_character_reference(text, false); }
CharacterReference in_attribute(std::string_view text) {
  return read_character_reference(text, true);
}

}  // namespace

TEST_CASE("named references are read with their semicolon") {
  CHECK(in_text("&eacute;t").first == U'\u00e9');
  CHECK(in_text("&eacute;t").length == 8);
  CHECK(in_text("&CounterClockwiseContourIntegral;").first == 0x2233);
  CHECK(in_text("&zwnj;").first == 0x200C);
  CHECK(in_text("&zwj;").first == 0x200D);
}

TEST_CASE("some names stand for two code points") {
  CHECK(in_text("&NotEqualTilde;").first == 0x2242);
  CHECK(in_text("&NotEqualTilde;").second == 0x338);
}

TEST_CASE("without a semicolon the longest old name counts") {
  CHECK(in_text("&copy 2024").first == 0xA9);
  CHECK(in_text("&copy 2024").length == 5);
  CHECK(in_text("&notit;").first == 0xAC);
  CHECK(in_text("&notit;").length == 4);
  CHECK(in_text("&notin;").first == 0x2209);
  CHECK(in_text("&frac12x").first == 0xBD);
  CHECK(in_text("&hellip 1").length == 0);
}

TEST_CASE("in attributes an old name is no reference before a letter, digit or equals sign") {
  CHECK(in_attribute("&copy=1").length == 0);
  CHECK(in_attribute("&copyright").length == 0);
  CHECK(in_attribute("&copy1").length == 0);
  CHECK(in_attribute("&copy").first == 0xA9);
  CHECK(in_attribute("&copy&x").first == 0xA9);
  CHECK(in_attribute("&copy;=1").first == 0xA9);
}

TEST_CASE("what is not in the table is no reference") {
  for (const std::string_view text :
       {"&", "& ", "&;", "&nosuch;", "&a", "&#", "&#;", "&#x;", "&#xg",
        "&aVeryLongNameThatGoesOnPastTheLongestOfTheTable;"}) {
    CAPTURE(text);
    CHECK(in_text(text).length == 0);
  }
}

TEST_CASE("numbers are decimal or hexadecimal, with or without a semicolon") {
  CHECK(in_text("&#8217;s").first == 0x2019);
  CHECK(in_text("&#8217;s").length == 7);
  CHECK(in_text("&#x2019;").first == 0x2019);
  CHECK(in_text("&#X1f600 ").first == 0x1F600);
  CHECK(in_text("&#38a").first == '&');
  CHECK(in_text("&#38a").length == 4);
}

TEST_CASE("numbers from 128 to 159 mean windows-1252") {
  CHECK(in_text("&#147;").first == 0x201C);
  CHECK(in_text("&#x80;").first == 0x20AC);
  CHECK(in_text("&#159;").first == 0x178);
}

TEST_CASE("numbers that are no code points give U+FFFD") {
  for (const std::string_view text :
       {"&#0;", "&#xD800;", "&#x110000;", "&#99999999999999999999999;"}) {
    CAPTURE(text);
    CHECK(in_text(text).first == 0xFFFD);
    CHECK(in_text(text).length == text.size());
  }
}
