#include "metadata/place.hpp"

#include <doctest/doctest.h>

#include "support/facts.hpp"

using namespace thresh;

TEST_CASE("headline and body are found by what the judge kept") {
  const testing::PageFacts page("<p>Menu</p>" + std::string(testing::kStory) + "<p>Footer</p>");
  const metadata::Facts facts = page.facts();
  CHECK(facts.place.headline == 1);
  CHECK(facts.place.first_body == 2);
  CHECK(facts.place.end_body == 4);
}

TEST_CASE("the likeliest blocks for a byline come first") {
  const testing::PageFacts page(
      "<p>Menu</p><h1>Old bridge opens again</h1><p>By Edda</p>"
      "<p>The old bridge opened again on Monday after a year of work.</p>");
  const std::vector<std::uint32_t> blocks = metadata::blocks_near_headline(page.facts());
  CHECK(blocks == std::vector<std::uint32_t>{1, 2, 3, 0});
}

TEST_CASE("names in the mark-up are looked for in any case, so many levels up") {
  const testing::PageFacts page("<div id=Author-Box><div><p>Edda Kvist</p></div></div>");
  const metadata::Facts facts = page.facts();
  const page::Block& block = facts.document.blocks.at(0);
  CHECK(metadata::is_named(facts.document, block, "author", 3));
  CHECK_FALSE(metadata::is_named(facts.document, block, "author", 0));
  CHECK_FALSE(metadata::is_named(facts.document, block, "byline", 3));
}

TEST_CASE("a page without blocks has no place to look at") {
  const testing::PageFacts page("");
  CHECK(metadata::blocks_near_headline(page.facts()).empty());
}
