#include "judge/features.hpp"

#include <cmath>

#include "support/segmented.hpp"
#include "support/story.hpp"

using namespace thresh;
using judge::Feature;
using test::story_page;
using thresh::testing::document_of;

namespace {

// A model by hand: each hash says nothing.
judge::Evidence no_evidence(const page::Document& document) {
  const std::size_t blocks = document.blocks.size();
  return {std::vector<judge::Lanes>(blocks), std::vector<judge::Lanes>(blocks), {}};
}

judge::FeatureTable table_of(const std::string& html) {
  const page::Document document = document_of(html);
  return judge::tabulate(document, judge::measure(document), no_evidence(document));
}

// The features of the block with that text.
class Row {
 public:
  Row(const std::string& html, std::string_view text)
      : document_(document_of(html)), table_(table_of(html)) {
    REQUIRE(table_.rows() == document_.blocks.size());
    while (row_ < table_.rows() && document_.str(document_.blocks[row_].text) != text) ++row_;
    REQUIRE(row_ < table_.rows());
  }
  float operator[](Feature feature) const { return table_.at(feature, row_); }

 private:
  page::Document document_;
  judge::FeatureTable table_;
  std::uint32_t row_ = 0;
};

Row row_of(const std::string& html, std::string_view text) { return {html, text}; }

}  // namespace

TEST_CASE("what a block is shows in its row") {
  const std::string page = story_page("", "<ul><li>One <a href=/x>two three</a></ul>");
  const Row item = row_of(page, "One two three");
  CHECK(item[Feature::kWords] == doctest::Approx(std::log(4)));
  CHECK(item[Feature::kLinkShare] == doctest::Approx(2.0 / 3));
  CHECK(item[Feature::kType] == static_cast<float>(page::BlockType::kListItem));
  CHECK(item[Feature::kLevel] == 1);
  CHECK(item[Feature::kEndsSentence] == 0);
  CHECK(row_of(story_page("<p>It is so.</p>"), "It is so.")[Feature::kEndsSentence] == 1);
}

TEST_CASE("the place in the body's prose is told, and that of what stands around it") {
  const std::string page = story_page("<p>Kicker</p>", "<p>Inside</p>", "<p>Footer</p>");
  CHECK(row_of(page, "Kicker")[Feature::kWordsToProse] < 0);
  CHECK(row_of(page, "Kicker")[Feature::kUnderHeadline] == 1);
  CHECK(row_of(page, "Kicker")[Feature::kInWideBody] == 0);
  const float inside = row_of(page, "Inside")[Feature::kBodyPlace];
  CHECK(inside > 0);
  CHECK(inside < 1);
  CHECK(row_of(page, "Inside")[Feature::kInWideBody] == 1);
  CHECK(row_of(page, "Footer")[Feature::kBodyPlace] == 1);
  CHECK(row_of(page, "Footer")[Feature::kAfterProse] == 1);
  CHECK(row_of(page, "Footer")[Feature::kBodySteps] > 0);
}

TEST_CASE("distance from the headline counts words, before and after it") {
  const std::string page = "<p>One two</p>" + story_page("<p>Kicker</p>", "", "<p>Footer</p>");
  CHECK(row_of(page, "One two")[Feature::kHeadlineDistance] == doctest::Approx(-std::log(3)));
  CHECK(row_of(page, "Kicker")[Feature::kHeadlineDistance] == doctest::Approx(std::log(8)));
  CHECK(row_of(page, "Footer")[Feature::kHeadlineDistance] >
        row_of(page, "Kicker")[Feature::kHeadlineDistance]);
}

TEST_CASE("that paragraphs nearby speak to the reader shows, wherever they stand") {
  const std::string ask = "<p>Your gift keeps our work and our site free for you.</p>";
  const Row in_letter = row_of(ask + ask + "<p>Gulls</p>" + ask, "Gulls");
  const Row in_report = row_of("<p>It is so.</p><p>Gulls</p><p>It is.</p>", "Gulls");
  CHECK(in_letter[Feature::kWe] == 0);
  CHECK(in_letter[Feature::kNearWe] > 0.1F);
  CHECK(in_letter[Feature::kNearYou] > 0.1F);
  CHECK(in_report[Feature::kNearWe] == 0);
  CHECK(in_report[Feature::kNearYou] == 0);
}

TEST_CASE("names, items and phrases show in the row") {
  const std::string card = "<div class=card><p>Gulls return</p></div>";
  const std::string page =
      story_page("", "", "<aside class=related>" + card + card + card + "</aside><p>Sign up</p>");
  const Row gulls = row_of(page, "Gulls return");
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
    const judge::FeatureTable table = table_of(page);
    for (std::size_t f = 0; f < judge::kFeatureCount; ++f) {
      for (std::uint32_t i = 0; i < table.rows(); ++i) {
        CHECK(std::isfinite(table.at(static_cast<Feature>(f), i)));
      }
    }
  }
}

TEST_CASE("evidence shows in a block, in its neighbours and in its containers") {
  const page::Document document = document_of("<div><p>one</p><p>two</p></div><p>three</p>");
  judge::Evidence evidence = no_evidence(document);
  evidence.text[1][0] = 1;
  evidence.text[1][2] = 3;
  const judge::FeatureTable table = judge::tabulate(document, judge::measure(document), evidence);
  CHECK(table.at(Feature::kText, 1) == doctest::Approx(0.5));
  CHECK(table.at(Feature::kBothAfter, 0) == doctest::Approx(0.5));
  CHECK(table.at(Feature::kBothBefore, 2) == doctest::Approx(0.5));
  CHECK(table.at(Feature::kTextInner, 0) == doctest::Approx(0.25));
  CHECK(table.at(Feature::kBothInnerRest, 1) == doctest::Approx(0));
  CHECK(table.at(Feature::kAsk, 1) == doctest::Approx(0.75));
  CHECK(table.at(Feature::kAskInnerMost, 0) == doctest::Approx(0.75));
  CHECK(table.at(Feature::kTextNewsletter, 1) == doctest::Approx(0.75));
  CHECK(table.at(Feature::kBothBefore, 0) == -1);
}

TEST_CASE("links elsewhere are told from those to the page's own site and to a place on the page") {
  const page::Document document = document_of(
      "<link rel=canonical href=https://www.harbour.example/ferries><p><a href=/a>here</a><p><a "
      "href=//harbour.example/b>here too</a><p><a href=https://shop.example/c>shop</a><p><a "
      "href=#top>up</a><p>none");
  const judge::FeatureTable table =
      judge::tabulate(document, judge::measure(document), no_evidence(document));
  CHECK(table.at(Feature::kLinkElsewhere, 0) == 0);
  CHECK(table.at(Feature::kLinkElsewhere, 1) == 0);
  CHECK(table.at(Feature::kLinkElsewhere, 2) == 1);
  CHECK(table.at(Feature::kLinkInPage, 2) == 0);
  CHECK(table.at(Feature::kLinkInPage, 3) == 1);
  CHECK(table.at(Feature::kLinkElsewhere, 4) == -1);
}

TEST_CASE("a table made in parts is the table made at once") {
  const page::Document document = document_of(
      story_page("<p>By Anna Berg</p>", "<aside><p>Sign up for our letter</p></aside>",
                 "<ul><li><a href=/a>One</a><li><a href=/b>Two</a><li><a href=/c>Three</a></ul>"));
  const judge::Measures measures = judge::measure(document);
  judge::Evidence evidence = no_evidence(document);
  for (std::size_t i = 0; i < evidence.text.size(); ++i) {
    for (std::size_t lane = 0; lane < judge::kLanes; ++lane) {
      evidence.text[i][lane] = static_cast<float>(i * lane % 5) - 2;
    }
  }
  const judge::FeatureTable whole = judge::tabulate(document, measures, evidence);
  const judge::Tabulator tabulator(document, measures, evidence);
  const auto blocks = static_cast<std::uint32_t>(document.blocks.size());
  REQUIRE(blocks > 4);
  for (std::uint32_t first = 0; first < blocks; first += 3) {
    const std::uint32_t end = std::min(blocks, first + 3);
    const judge::FeatureTable part = tabulator.table(first, end);
    for (std::uint32_t i = first; i < end; ++i) {
      for (std::size_t f = 0; f < judge::kFeatureCount; ++f) {
        CAPTURE(f);
        CHECK(part.at(static_cast<Feature>(f), i) == whole.at(static_cast<Feature>(f), i));
      }
    }
  }
}
