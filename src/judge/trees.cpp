#include "judge/trees.hpp"

#include <algorithm>
#include <array>
#include <cstring>

namespace thresh::judge {
namespace {

constexpr std::size_t kBatch = FeatureTable::kBatch;

// Trees that are asked before their leaves are added: few enough that all of it stays in the cache.
constexpr std::size_t kGroup = 32;

// Several blocks at once; of g++ and clang, which leave plain loops over comparisons scalar.
using Floats = float __attribute__((vector_size(16)));
using Integers = std::int32_t __attribute__((vector_size(16)));
constexpr std::size_t kWidth = sizeof(Floats) / sizeof(float);
static_assert(kBatch % kWidth == 0);

// Of one tree a leaf a block.
using Leaves = std::array<std::int32_t, kBatch>;

void find_leaves(const Split* splits, std::size_t depth, const FeatureTable& table,
                 std::size_t first, Leaves& leaves) {
  leaves.fill(0);
  for (std::size_t level = 0; level < depth; ++level) {
    const float* column = table.column(static_cast<Feature>(splits[level].feature)) + first;
    const Floats border = Floats{} + splits[level].border;
    const Integers bit = Integers{} + (1 << level);
    for (std::size_t i = 0; i < kBatch; i += kWidth) {
      Floats values;
      Integers found;
      std::memcpy(&values, column + i, sizeof values);
      std::memcpy(&found, &leaves[i], sizeof found);
      found |= (values > border) & bit;
      std::memcpy(&leaves[i], &found, sizeof found);
    }
  }
}

// To one block's sums, which stay in registers: kOutputs is known to the compiler.
template <std::size_t kOutputs>
void add_leaves(const std::int16_t* values, std::size_t leaf_numbers, const Leaves* leaves,
                std::size_t trees, std::size_t block, std::int16_t* sums) {
  std::array<std::int16_t, kOutputs> sum;
  std::copy_n(sums, kOutputs, sum.begin());
  for (std::size_t tree = 0; tree < trees; ++tree) {
    const std::int16_t* leaf =
        values + tree * leaf_numbers + static_cast<std::size_t>(leaves[tree][block]) * kOutputs;
    for (std::size_t k = 0; k < kOutputs; ++k) sum[k] = static_cast<std::int16_t>(sum[k] + leaf[k]);
  }
  std::copy_n(sum.begin(), kOutputs, sums);
}

template <std::size_t kOutputs>
void sum_batch(const Trees& trees, const FeatureTable& table, std::size_t first, std::size_t count,
               std::int16_t* sums) {
  std::array<Leaves, kGroup> leaves;
  const std::size_t leaf_numbers = kOutputs << trees.depth;
  for (std::size_t tree = 0; tree < trees.count; tree += kGroup) {
    const std::size_t group = std::min(kGroup, trees.count - tree);
    for (std::size_t i = 0; i < group; ++i) {
      find_leaves(trees.splits + (tree + i) * trees.depth, trees.depth, table, first, leaves[i]);
    }
    for (std::size_t i = 0; i < count; ++i) {
      add_leaves<kOutputs>(trees.leaves + tree * leaf_numbers, leaf_numbers, leaves.data(), group,
                           i, sums + i * kOutputs);
    }
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
