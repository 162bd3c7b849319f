#include "page/repaired_text.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace thresh;
using namespace thresh::page;

TEST_CASE("C1 controls become what windows-1252 has in their place, and offsets stay the page's") {
  base::Arena arena(1'000);
  const std::string page =
      "a\xC2\x93"
      "b\xC2\x8A"
      "c\xC2\x81"
      "d\xC2";
  const auto repaired = RepairedText::make(page, arena);
  REQUIRE(repaired);
  const std::string_view text = repaired->text();
  CHECK(text ==
        "a\u201C"
        "b\u0160"
        "c\xC2\x81"
        "d\xC2");
  CHECK(repaired->source_offset(text.find('a')) == page.find('a'));
  for (const char c : {'b', 'c', 'd'}) {
    CHECK(repaired->source_offset(text.find(c)) == page.find(c));
  }
  CHECK(repaired->source_offset(text.size()) == page.size());
}

TEST_CASE("a text without C1 controls is not copied") {
  base::Arena arena(0);
  const std::string page = "caf\u00E9 \xC2";
  const auto repaired = RepairedText::make(page, arena);
  REQUIRE(repaired);
  CHECK(repaired->text().data() == page.data());
  CHECK(repaired->source_offset(3) == 3);
}

TEST_CASE("there is no repaired text past the arena's budget") {
  base::Arena arena(4);
  CHECK_FALSE(RepairedText::make("\xC2\x93 \xC2\x94", arena));
}

TEST_CASE("CDATA sections become comments") {
  base::Arena arena(1'000);
  const auto repaired = RepairedText::make("a<![CDATA[b]]>c<![cdata[", arena);
  REQUIRE(repaired);
  CHECK(repaired->text() == "a<![cDATA[b]]>c<![cdata[");
}
