#include "judge/trees.hpp"

#include <algorithm>
#include <array>

namespace thresh::judge {
namespace {

constexpr std::size_t kBatch = FeatureTable::kBatch;
using Leaves = std::array<std::uint8_t, kBatch>;

// Of a whole batch, so that the compiler knows how many and compares several at once.
void find_leaves(const Split* splits, std::size_t depth, const FeatureTable& table,
                 std::size_t first, Leaves& leaves) {
  leaves.fill(0);
  for (std::size_t level = 0; level < depth; ++level) {
    const float* column = table.column(static_cast<Feature>(splits[level].feature)) + first;
    const float border = splits[level].border;
    for (std::size_t i = 0; i < kBatch; ++i) {
      leaves[i] |= static_cast<std::uint8_t>((column[i] > border) << level);
    }
  }
}

// kOutputs is known to the compiler so that it adds a leaf's numbers at once.
template <std::size_t kOutputs>
void add_leaves(const std::int16_t* values, const Leaves& leaves, std::size_t count,
                std::int16_t* sums) {
  for (std::size_t i = 0; i < count; ++i) {
    const std::int16_t* leaf = values + leaves[i] * kOutputs;
    for (std::size_t k = 0; k < kOutputs; ++k) {
      sums[i * kOutputs + k] = static_cast<std::int16_t>(sums[i * kOutputs + k] + leaf[k]);
    }
  }
}

template <std::size_t kOutputs>
void sum_batch(const Trees& trees, const FeatureTable& table, std::size_t first, std::size_t count,
               std::int16_t* sums) {
  Leaves leaves;
  const std::size_t leaf_numbers = kOutputs << trees.depth;
  for (std::size_t tree = 0; tree < trees.count; ++tree) {
    find_leaves(trees.splits + tree * trees.depth, trees.depth, table, first, leaves);
    add_leaves<kOutputs>(trees.leaves + tree * leaf_numbers, leaves, count, sums);
  }
}

}  // namespace

template <std::size_t kOutputs>
std::vector<float> sum_leaves(const Trees& trees, const FeatureTable& table) {
  std::vector<float> result(table.rows() * kOutputs);
  std::array<std::int16_t, kBatch * kOutputs> sums;
  for (std::size_t first = 0; first < table.rows(); first += kBatch) {
    const std::size_t count = std::min(kBatch, table.rows() - first);
    sums.fill(0);
    sum_batch<kOutputs>(trees, table, first, count, sums.data());
    for (std::size_t i = 0; i < count * kOutputs; ++i) {
      result[first * kOutputs + i] =
          trees.bias[i % kOutputs] + trees.scale * static_cast<float>(sums[i]);
    }
  }
  return result;
}

template std::vector<float> sum_leaves<1>(const Trees& trees, const FeatureTable& table);
template std::vector<float> sum_leaves<kLanes>(const Trees& trees, const FeatureTable& table);

}  // namespace thresh::judge
