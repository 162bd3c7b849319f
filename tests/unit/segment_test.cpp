#include "page/segment.hpp"

#include "support/segmented.hpp"

using namespace thresh;
using namespace thresh::page;
using thresh::testing::document_of;
using thresh::testing::outline_of;

TEST_CASE("block-level elements part text, inline elements do not") {
  CHECK(
      outline_of("<p>One <b>bold</b> and <u>more</u>.<div>two<section>three</section>four</div>") ==
      "(One bold and more.) (two) (three) (four)");
}
