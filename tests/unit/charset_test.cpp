#include "page/charset.hpp"

#include <doctest/doctest.h>

using namespace thresh::page;

namespace {

std::string_view name_of(std::string_view label) {
  const CharsetInfo* charset = find_charset(label);
  return charset == nullptr ? "none" : charset->name;
}

}  // namespace

TEST_CASE("labels mean what browsers take them for") {
  CHECK(name_of("utf8") == "utf-8");
  CHECK(name_of("iso-8859-1") == "windows-1252");
  CHECK(name_of("us-ascii") == "windows-1252");
  CHECK(name_of("gb2312") == "gbk");
  CHECK(name_of("ks_c_5601-1987") == "euc-kr");
  CHECK(name_of("x-sjis") == "shift_jis");
  CHECK(name_of("iso-8859-9") == "windows-1254");
  CHECK(name_of("tis-620") == "windows-874");
  CHECK(name_of("utf-16") == "utf-16le");
  CHECK(name_of("iso-2022-kr") == "replacement");
  CHECK(name_of("logical") == "iso-8859-8-i");
}

TEST_CASE("case and white space around a label do not matter") {
  CHECK(name_of(" \tUTF-8\n") == "utf-8");
  CHECK(name_of("Windows-1251") == "windows-1251");
}

TEST_CASE("other names are no labels") {
  for (const std::string_view label : {"", " ", "utf", "utf-8x", "utf-7", "utf-8 utf8", "none"}) {
    CAPTURE(label);
    CHECK(find_charset(label) == nullptr);
  }
}
