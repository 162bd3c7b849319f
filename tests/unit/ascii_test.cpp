#include "base/ascii.hpp"

#include <doctest/doctest.h>

using namespace thresh::base;

TEST_CASE("lower changes ASCII letters only") { CHECK(lower("ÄbC-[Z]") == "Äbc-[z]"); }

TEST_CASE("hexadecimal digits have a value in either case, other characters have none") {
  CHECK(hex_value('0') == 0);
  CHECK(hex_value('9') == 9);
  CHECK(hex_value('a') == 10);
  CHECK(hex_value('F') == 15);
  CHECK(hex_value('g') == -1);
  CHECK(hex_value('\xE4') == -1);
}

TEST_CASE("comparison ignores ASCII case") {
  CHECK(equals_ignore_case("UTF-8", "utf-8"));
  CHECK_FALSE(equals_ignore_case("utf-8", "utf-88"));
  CHECK(starts_with_ignore_case("Text/HTML; x", "text/html"));
  CHECK_FALSE(starts_with_ignore_case("text", "text/html"));
}

TEST_CASE("trim takes HTML white space off both ends") {
  CHECK(trim(" \t\r\n\fa b\n") == "a b");
  CHECK(trim(" \n").empty());
}
