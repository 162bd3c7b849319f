#include "base/name_table.hpp"

#include <doctest/doctest.h>

namespace {

constexpr std::string_view kNames[] = {"a", "abbr", "h1", "x-y"};
constexpr thresh::base::NameTable kTable(kNames);

}  // namespace

TEST_CASE("names are found by their place in the table, in any case") {
  CHECK(kTable.find("a") == 0);
  CHECK(kTable.find("ABBR") == 1);
  CHECK(kTable.find("H1") == 2);
  CHECK(kTable.find("X-y") == 3);
}

TEST_CASE("other names are missing, even if they begin or hash like one") {
  CHECK(kTable.find("") == kTable.kMissing);
  CHECK(kTable.find("ab") == kTable.kMissing);
  CHECK(kTable.find("abbrx") == kTable.kMissing);
  CHECK(kTable.find("h\x11") == kTable.kMissing);  // '1' without a bit
}
