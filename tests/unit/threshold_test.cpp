#include "judge/threshold.hpp"

#include <doctest/doctest.h>

#include "support/document_builder.hpp"

using namespace thresh;

namespace {

// Of a page with a block of ten words for each score.
float threshold(const std::vector<float>& scores, std::vector<bool> possible = {},
                Focus focus = Focus::kBalanced) {
  test::DocumentBuilder page;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    page.paragraph("one two three four five six seven eight nine ten");
  }
  possible.resize(scores.size(), true);
  return judge::choose_threshold(page.take(), scores, possible, focus);
}

}  // namespace

TEST_CASE("a page of doubtful blocks keeps more of them than one where the body stands out") {
  CHECK(threshold({0.45F, 0.45F, 0.4F, 0.4F}) <= 0.4F);
  CHECK(threshold({0.99F, 0.99F, 0.99F, 0.99F, 0.45F}) > 0.45F);
}

TEST_CASE("the threshold stays within bounds") {
  CHECK(threshold({0.1F, 0.1F}) >= 0.2F);
  CHECK(threshold({1.0F, 1.0F}) <= 0.6F);
  CHECK(threshold({}) <= 0.6F);
}

TEST_CASE("blocks that a rule has decided do not count") {
  CHECK(threshold({0.45F, 0.45F, 0.99F, 0.99F, 0.99F, 0.99F},
                  {true, true, false, false, false, false}) < 0.45F);
}

TEST_CASE("precision asks for more than recall, whatever the page") {
  for (const std::vector<float>& scores :
       {std::vector<float>{0.1F, 0.1F}, {0.45F, 0.4F}, {0.99F, 0.99F}, {}}) {
    const float balanced = threshold(scores);
    CHECK(threshold(scores, {}, Focus::kPrecision) > balanced);
    CHECK(threshold(scores, {}, Focus::kPrecision) < 1);
    CHECK(threshold(scores, {}, Focus::kRecall) < balanced);
    CHECK(threshold(scores, {}, Focus::kRecall) > 0);
  }
}
