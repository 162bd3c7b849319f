#include "base/character_table.hpp"

#include <doctest/doctest.h>

using namespace thresh;

TEST_CASE("a character may be in several classes, or in none") {
  constexpr int kVowel = 1;
  constexpr int kEarly = 2;
  base::CharacterTable table;
  table.add("aeiou", kVowel);
  table.add("abc", kEarly);
  CHECK(table.is('a', kVowel));
  CHECK(table.is('a', kEarly));
  CHECK(table.is('b', kVowel | kEarly));
  CHECK_FALSE(table.is('b', kVowel));
  CHECK_FALSE(table.is('\xFF', kVowel | kEarly));
}

TEST_CASE("the first character of a class is found, or the text's end") {
  base::CharacterTable table;
  table.add(" ", 1);
  CHECK(table.find("ab cd ", 0, 1) == 2);
  CHECK(table.find("ab cd ", 3, 1) == 5);
  CHECK(table.find("abcd", 0, 1) == 4);
}
