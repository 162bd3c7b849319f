#include "judge/features.hpp"

#include <cmath>

#include "support/segmented.hpp"
#include "support/story.hpp"

using namespace thresh;
using judge::Feature;
using test::story_page;
using thresh::testing::document_of;

namespace {

// The row of the block with that text.
judge::FeatureRow row_of(const std::string& html, std::string_view text) {
  const page::Document document = document_of(html);
  const judge::Measures measures = judge::measure(document);
  REQUIRE(measures.rows.size() == document.blocks.size());
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    if (document.str(document.blocks[i].text) == text) return measures.rows[i];
  }
  FAIL("no such block");
  return {};
}

}  // namespace

TEST_CASE("at most forty numbers a block, as the scorer is to stay small") {
  CHECK(judge::kFeatureCount <= 40);
}

TEST_CASE("what a block is shows in its row") {
  const std::string page = story_page("", "<ul><li>One <a href=/x>two three</a></ul>");
  const judge::FeatureRow item = row_of(page, "One two three");
  CHECK(item[Feature::kWords] == doctest::Approx(std::log(4)));
  CHECK(item[Feature::kLinkShare] == doctest::Approx(2.0 / 3));
  CHECK(item[Feature::kListItem] == 1);
  CHECK(item[Feature::kListWords] == item[Feature::kWords]);
  CHECK(item[Feature::kHeading] == 0);
  CHECK(item[Feature::kEndsSentence] == 0);
  CHECK(row_of(story_page("<p>It is so.</p>"), "It is so.")[Feature::kEndsSentence] == 1);
}

TEST_CASE("the place in the body's prose is told, and that of what stands around it") {
  const std::string page = story_page("<p>Kicker</p>", "<p>Inside</p>", "<p>Footer</p>");
  CHECK(row_of(page, "Kicker")[Feature::kBeforeProse] == 1);
  CHECK(row_of(page, "Kicker")[Feature::kUnderHeadline] == 1);
  CHECK(row_of(page, "Kicker")[Feature::kInWideBody] == 0);
  const float inside = row_of(page, "Inside")[Feature::kPlaceInBody];
  CHECK(inside > 0);
  CHECK(inside < 1);
  CHECK(row_of(page, "Inside")[Feature::kInWideBody] == 1);
  CHECK(row_of(page, "Footer")[Feature::kBodyPlace] == 1);
  CHECK(row_of(page, "Footer")[Feature::kPlaceInBody] == 0);
  CHECK(row_of(page, "Footer")[Feature::kBodySteps] > 0);
}

TEST_CASE("distance from the headline counts words, before and after it") {
  const std::string page = "<p>One two</p>" + story_page("<p>Kicker</p>", "", "<p>Footer</p>");
  CHECK(row_of(page, "One two")[Feature::kAheadWords] == doctest::Approx(std::pow(std::log(3), 2)));
  CHECK(row_of(page, "Kicker")[Feature::kHeadlineDistance] == doctest::Approx(std::log(8)));
  CHECK(row_of(page, "Footer")[Feature::kHeadlineDistance] >
        row_of(page, "Kicker")[Feature::kHeadlineDistance]);
}

TEST_CASE("sections under a heading worded like comments end at the next heading of their level") {
  const std::string page = story_page(
      "", "",
      "<h3>Comments</h3><p>Well said</p><h4>Later</h4><p>Quite</p><h2>On</h2><p>And on</p>");
  CHECK(row_of(page, "Well said")[Feature::kAsideSection] == 1);
  CHECK(row_of(page, "Quite")[Feature::kAsideSection] == 1);
  CHECK(row_of(page, "And on")[Feature::kAsideSection] == 0);
}

TEST_CASE("names, items and phrases show in the row") {
  const std::string card = "<div class=card><p>Gulls return</p></div>";
  const std::string page =
      story_page("", "", "<aside class=related>" + card + card + card + "</aside><p>Sign up</p>");
  const judge::FeatureRow gulls = row_of(page, "Gulls return");
  CHECK(gulls[Feature::kAsideHint] == 1);
  CHECK(gulls[Feature::kMetaHint] == 1);
  CHECK(gulls[Feature::kItems] == doctest::Approx(std::log(4)));
  CHECK(gulls[Feature::kItemShare] == doctest::Approx(1.0 / 3));
  CHECK(row_of(page, "Sign up")[Feature::kPromptWords] == 1);
}

TEST_CASE("every number is finite, on pages without words, prose or headline too") {
  for (const std::string page :
       {"", "<p>x</p>", "<h1></h1><p> - </p>", "<table><tr><td>1<td>2</table>",
        "<p>漢字だけのページです。</p>", "<ul><li><a href=/>a</a><li><a href=/>b</a></ul>"}) {
    CAPTURE(page);
    const judge::Measures measures = judge::measure(document_of(page));
    for (const judge::FeatureRow& row : measures.rows) {
      for (const float value : row.values()) CHECK(std::isfinite(value));
    }
  }
}

TEST_CASE("the same page gives the same numbers") {
  const std::string page = story_page("<p>Kicker</p>", "<p>Sign up</p>");
  const judge::Measures one = judge::measure(document_of(page));
  const judge::Measures two = judge::measure(document_of(page));
  REQUIRE(one.rows.size() == two.rows.size());
  for (std::size_t i = 0; i < one.rows.size(); ++i) {
    CHECK(one.rows[i].values() == two.rows[i].values());
  }
}
