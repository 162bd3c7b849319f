#include "page/attribute_value.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace thresh::page;

namespace {

std::int64_t number(std::string_view value) {
  const DomAttribute attribute{Attribute::kStart, false, value};
  return number_or(&attribute, 7, 1000);
}

}  // namespace

TEST_CASE("numbers are read as HTML reads them, within bounds") {
  CHECK(number("12") == 12);
  CHECK(number(" +12px") == 12);
  CHECK(number("-3") == -3);
  CHECK(number("1.9") == 1);
  CHECK(number("5000") == 1000);
  CHECK(number("99999999999999999999") == 1000);
  CHECK(number("-99999999999999999999") == -1000);
}

TEST_CASE("what is no number is the given one") {
  for (const std::string_view value : {"", " ", "x", "-", "100%", "+"}) CHECK(number(value) == 7);
  CHECK(number_or(nullptr, 7, 1000) == 7);
}

TEST_CASE("words of a list are found in any case") {
  const DomAttribute rel{Attribute::kRel, false, " NoFollow\tauthor "};
  CHECK(has_word(&rel, "nofollow"));
  CHECK(has_word(&rel, "author"));
  CHECK_FALSE(has_word(&rel, "follow"));
  CHECK_FALSE(has_word(nullptr, "author"));
}

TEST_CASE("of long values only the beginning is read") {
  const std::string value = std::string(5000, ' ') + "author";
  const DomAttribute rel{Attribute::kRel, false, value};
  CHECK_FALSE(has_word(&rel, "author"));
  CHECK(head_of(&rel).size() == 1024);
}
