#include "write/lines.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace thresh::writers;

namespace {

std::string cut(std::string_view text, std::string_view separators) {
  std::string out;
  Line line;
  for (Lines lines(text, separators); lines.next(line);) {
    out += std::string(text.substr(line.begin, line.end - line.begin));
    out += line.separator == '\0' ? '.' : line.separator == '\t' ? ',' : ';';
  }
  return out;
}

}  // namespace

TEST_CASE("text is cut at its separators, and trimmed") {
  CHECK(cut("a b\n c \n\td", "\n") == "a b;c;d.");
  CHECK(cut("a\tb\n\tc", "\t\n") == "a,b;,c.");
  CHECK(cut("", "\n") == ".");
  CHECK(cut(" \n", "\n") == ";.");
}
