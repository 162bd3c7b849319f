#include "judge/looks.hpp"

#include "support/segmented.hpp"

using namespace thresh;
using thresh::testing::document_of;

TEST_CASE("containers with the same tag, attributes and parent's tag look like the first of them") {
  const page::Document document = document_of(
      "<div class=a><p>1</p></div><div class=a><p>2</p></div><div class=b><p>3</p></div>"
      "<section class=a><p>4</p></section><div class=a id=x><p>5</p></div>");
  const std::vector<std::uint32_t> looks = judge::find_looks(document);
  // <body>, then a container and its <p> each.
  REQUIRE(looks.size() == 11);
  CHECK(looks == std::vector<std::uint32_t>{0, 1, 2, 1, 2, 5, 2, 7, 8, 9, 2});
}
