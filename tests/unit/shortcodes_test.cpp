#include "page/shortcodes.hpp"

#include <doctest/doctest.h>

namespace {

std::string stripped(std::string text, std::size_t from = 0) {
  thresh::page::strip_shortcodes(text, from);
  return text;
}

}  // namespace

TEST_CASE("shortcodes of page builders become a space") {
  CHECK(stripped("[vc_row width=\"1/2\"][vc_column]Text[/vc_column][/vc_row]") == "  Text  ");
  CHECK(stripped("a [/et_pb_text] b [fusion_x] [") == "a   b   [");
}

TEST_CASE("other brackets stay") {
  CHECK(stripped("[1] [sic] [vc] [gallery ids=1] [vc_row") ==
        "[1] [sic] [vc] [gallery ids=1] [vc_row");
  CHECK(stripped("[vc_row] [vc_row]", 3) == "[vc_row]  ");
}
