#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>

#include "judge/judge.hpp"
#include "support/read_file.hpp"
#include "support/segmented.hpp"
#include "support/story.hpp"

using namespace thresh;
using test::story_page;
using thresh::testing::document_of;

TEST_CASE("the built-in model likes a story better than what stands around it") {
  const page::Document document = document_of(story_page(
      "", "", "<nav><ul><li><a href=/>Home</a><li><a href=/w>World</a></ul></nav><p>(c) 2024</p>"));
  const judge::Measures measures = judge::measure(document);
  const judge::Scores all = judge::score(document, measures, judge::builtin_model());
  const std::vector<float>& scores = all.body;
  REQUIRE(scores.size() == 8);
  const auto story = std::min_element(scores.begin() + 1, scores.begin() + 5);
  const auto around = std::max_element(scores.begin() + 5, scores.end());
  CHECK(*story > 0.7F);
  CHECK(*around < 0.3F);
}

TEST_CASE("the labels' probabilities are of one whole") {
  const page::Document document = document_of(story_page("<p>By Anna Berg</p>"));
  const judge::Measures measures = judge::measure(document);
  const judge::Scores scores = judge::score(document, measures, judge::builtin_model());
  for (const judge::Lanes& lanes : scores.labels) {
    CHECK(std::accumulate(lanes.begin(), lanes.end(), 0.0F) == doctest::Approx(1));
  }
}

TEST_CASE("the product scores a page as the trainer does") {
  struct Row {
    float body;
    std::size_t lane;
    float probability;
  };
  constexpr Row kTrained[] = {
#include "unit/trained_scores.inc"
  };
  const auto page = test::read_file(THRESH_SOURCE_DIR "/fixtures/pages/exile-classes/source.html");
  REQUIRE(page);
  const page::Document document = document_of(*page);
  const judge::Measures measures = judge::measure(document);
  const judge::Scores scores = judge::score(document, measures, judge::builtin_model());
  REQUIRE(scores.body.size() == std::size(kTrained));
  for (std::size_t i = 0; i < scores.body.size(); ++i) {
    CHECK(std::abs(scores.body[i] - kTrained[i].body) < 1e-5F);
    CHECK(std::abs(scores.labels[i][kTrained[i].lane] - kTrained[i].probability) < 1e-5F);
  }
}

TEST_CASE("a page of more blocks than any real one is scored by its containers alone") {
  std::string html = story_page("", "", "<ul>");
  for (int i = 0; i < 60'000; ++i) html += "<li>x";
  const page::Document document = document_of(html);
  const judge::Measures measures = judge::measure(document);
  const judge::Scores scores = judge::score(document, measures, judge::builtin_model());
  REQUIRE(scores.body.size() == document.blocks.size());
  CHECK(scores.body[1] > 0.5F);
  CHECK(scores.body.back() < 0.5F);
}
