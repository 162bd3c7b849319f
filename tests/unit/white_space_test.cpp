#include "page/white_space.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace thresh::page;

namespace {

std::string collapsed(std::string text, std::size_t from = 0, bool after_space = true) {
  collapse_white_space(text, from, after_space);
  return text;
}

std::string kept(std::string text) {
  keep_white_space(text, 0);
  return text;
}

}  // namespace

TEST_CASE("runs of white space become one space") {
  CHECK(collapsed("a  b\t\n c") == "a b c");
  CHECK(collapsed(" \n a ") == "a ");
  CHECK(collapsed(" a", 0, false) == " a");
  CHECK(collapsed("").empty());
  CHECK(collapsed("  x  y", 2) == "  x y");
}

TEST_CASE("Unicode spaces are white space") {
  for (const char* space : {"\u00A0", "\u1680", "\u2000", "\u200A", "\u2028", "\u2029", "\u202F",
                            "\u205F", "\u3000", " \u00A0 "}) {
    CHECK(collapsed(std::string("a") + space + "b") == "a b");
  }
}

TEST_CASE("characters that only tell where a line may break are dropped") {
  CHECK(collapsed("a\u00ADb\u200Bc\u2060d\uFEFFe") == "abcde");
  CHECK(collapsed("a \u00AD b") == "a b");
}

TEST_CASE("other characters stay, joiners and direction marks among them") {
  const std::string text = "\u00A1a\u200C\u200D\u200E\u2014\u201Cx\u201D \u3042\uFF01 \U0001F600";
  CHECK(collapsed(text) == text);
  CHECK(kept(text) == text);
}

TEST_CASE("code keeps white space") {
  CHECK(kept(" a\t b\n\n") == " a\t b\n\n");
  CHECK(kept("\u00A0\u00A0a\u200Bb\u3000") == "  ab ");
}

TEST_CASE("blank is HTML white space alone") {
  CHECK(is_blank(""));
  CHECK(is_blank(" \t\r\n\f"));
  CHECK_FALSE(is_blank("\u00A0"));
}
