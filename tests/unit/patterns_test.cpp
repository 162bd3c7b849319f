#include "judge/patterns.hpp"

#include "support/segmented.hpp"

using namespace thresh;
using thresh::testing::document_of;

namespace {

judge::BlockSums sums_of(const page::Document& document) {
  return {document, std::vector<bool>(document.blocks.size(), false)};
}

std::uint32_t container_of(const page::Document& document, std::string_view text) {
  for (const page::Block& block : document.blocks) {
    if (document.str(block.text) == text) return block.container;
  }
  FAIL("no such block");
  return 0;
}

judge::Item item_of(const std::string& html, std::string_view text) {
  const page::Document document = document_of(html);
  const judge::BlockSums sums = sums_of(document);
  return judge::find_items(document, sums, judge::Patterns(document, sums))
      .at(container_of(document, text));
}

}  // namespace

TEST_CASE("a pattern holds the blocks of all containers that look alike, parents included") {
  const page::Document document = document_of(
      "<div class=a><p class=t>one two</p><p class=t>three</p><p class=u>four</p></div>"
      "<div class=b><p class=t>five six</p></div>");
  const judge::Patterns patterns(document, sums_of(document));
  CHECK(patterns.of(container_of(document, "three")).words == 3);
  CHECK(patterns.of(container_of(document, "three")).blocks == 2);
  CHECK(patterns.of(container_of(document, "four")).words == 1);
  CHECK(patterns.of(container_of(document, "five six")).words == 2);
}

TEST_CASE("an item is the largest container with two siblings that look alike") {
  const std::string card = "<div class=card><h3>Title</h3><p>x</p></div>";
  const judge::Item item =
      item_of("<section>" + card + card + "<div class=card><p>last one here</p></div></section>",
              "last one here");
  CHECK(item.container != page::kNone);
  CHECK(item.count == 3);
  CHECK(item.words == 7);
}

TEST_CASE("two alike are no items, nor are paragraphs, list items and rows") {
  CHECK(item_of("<div class=a>one</div><div class=a>two</div>", "one").container == page::kNone);
  CHECK(item_of("<p>one</p><p>two</p><p>three</p>", "one").container == page::kNone);
  CHECK(item_of("<ul><li>one<li>two<li>three</ul>", "one").container == page::kNone);
}

TEST_CASE("containers without text are not counted") {
  CHECK(item_of("<div class=a>one</div><div class=a></div><div class=a></div>", "one").container ==
        page::kNone);
}
