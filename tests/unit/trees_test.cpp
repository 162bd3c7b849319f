#include "judge/trees.hpp"

#include <doctest/doctest.h>

using namespace thresh;
using judge::Feature;

TEST_CASE("a block's leaf is made of the answers, a bit a level, and leaves are summed") {
  constexpr auto kWords = static_cast<std::uint8_t>(Feature::kWords);
  constexpr auto kLinks = static_cast<std::uint8_t>(Feature::kLinks);
  constexpr judge::Split kSplits[] = {{kWords, 1}, {kLinks, 2}, {kLinks, 0}, {kWords, 9}};
  // Two trees of two levels.
  constexpr std::int16_t kLeaves[] = {0, 1, 2, 3, 0, 100, 7, 0};
  constexpr float kBias[] = {0.5F};
  const judge::Trees trees = {2, 2, 1, kSplits, kLeaves, 0.5F, kBias};
  // More rows than are taken at a time.
  judge::FeatureTable table(100);
  table.column(Feature::kWords)[70] = 1.5F;
  table.column(Feature::kLinks)[70] = 3;
  table.column(Feature::kWords)[71] = 1;  // not above the border
  const std::vector<float> sums = judge::sum_leaves<1>(trees, table);
  REQUIRE(sums.size() == 100);
  CHECK(sums[70] == doctest::Approx(0.5 + 0.5 * (3 + 100)));
  CHECK(sums[71] == doctest::Approx(0.5));
  CHECK(sums[99] == doctest::Approx(0.5));
}

TEST_CASE("a leaf may hold a number a lane") {
  constexpr judge::Split kSplits[] = {{0, 0}};
  std::vector<std::int16_t> leaves(2 * judge::kLanes);
  for (std::size_t i = 0; i < leaves.size(); ++i) leaves[i] = static_cast<std::int16_t>(i);
  const std::vector<float> bias(judge::kLanes, 1);
  const judge::Trees trees = {1, 1, judge::kLanes, kSplits, leaves.data(), 1, bias.data()};
  judge::FeatureTable table(2);
  table.column(Feature::kWords)[1] = 1;
  const std::vector<float> sums = judge::sum_leaves<judge::kLanes>(trees, table);
  REQUIRE(sums.size() == 2 * judge::kLanes);
  for (std::size_t i = 0; i < sums.size(); ++i) CHECK(sums[i] == 1 + static_cast<float>(i));
}
