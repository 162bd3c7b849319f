#include <algorithm>

#include "judge/judge.hpp"
#include "support/segmented.hpp"
#include "support/story.hpp"

using namespace thresh;
using judge::Feature;
using test::story_page;
using thresh::testing::document_of;

TEST_CASE("the score is the logistic function of the weighted row") {
  const page::Document document = document_of("<p>one</p><h2>two</h2>");
  const judge::Measures measures = judge::measure(document);
  judge::Model model;
  model.bias = 1;
  model.weights[static_cast<std::size_t>(Feature::kHeading)] = -1;
  const std::vector<float> scores = judge::score(measures, model);
  REQUIRE(scores.size() == 2);
  CHECK(scores[0] == doctest::Approx(0.731059));
  CHECK(scores[1] == doctest::Approx(0.5));
}

TEST_CASE("the built-in model likes a story better than what stands around it") {
  const page::Document document = document_of(story_page(
      "", "", "<nav><ul><li><a href=/>Home</a><li><a href=/w>World</a></ul></nav><p>(c) 2024</p>"));
  const std::vector<float> scores = judge::score(judge::measure(document), judge::builtin_model());
  REQUIRE(scores.size() == 8);
  const auto story = std::min_element(scores.begin() + 1, scores.begin() + 5);
  const auto around = std::max_element(scores.begin() + 5, scores.end());
  CHECK(*story > 0.7F);
  CHECK(*around < 0.3F);
}
