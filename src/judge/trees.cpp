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
    const float* column = table.column(std::size_t{splits[level].feature}) + first;
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

struct Group {
  std::array<Leaves, kGroup> leaves;  // of each tree
  std::size_t trees = 0;
  std::size_t blocks = 0;
  std::size_t leaf_numbers = 0;  // of all leaves of a tree
};

// values: of the leaves of the group's first tree, those of the others after them.
template <std::size_t kOutputs>
void add_leaves(const Group& group, const std::int16_t* values, std::int16_t* sums) {
  // Sums of one block, which stay in registers: kOutputs is known to the compiler.
  for (std::size_t i = 0; i < group.blocks; ++i, sums += kOutputs) {
    std::array<std::int16_t, kOutputs> sum;
    std::copy_n(sums, kOutputs, sum.begin());
    for (std::size_t tree = 0; tree < group.trees; ++tree) {
      const auto index = static_cast<std::size_t>(group.leaves[tree][i]);
      const std::int16_t* leaf = values + tree * group.leaf_numbers + index * kOutputs;
      for (std::size_t k = 0; k < kOutputs; ++k) {
        sum[k] = static_cast<std::int16_t>(sum[k] + leaf[k]);
      }
    }
    std::copy_n(sum.begin(), kOutputs, sums);
  }
}

// One number fills no register: here a tree at a time is faster.
template <>
void add_leaves<1>(const Group& group, const std::int16_t* values, std::int16_t* sums) {
  for (std::size_t tree = 0; tree < group.trees; ++tree, values += group.leaf_numbers) {
    for (std::size_t i = 0; i < group.blocks; ++i) {
      sums[i] = static_cast<std::int16_t>(sums[i] + values[group.leaves[tree][i]]);
    }
  }
}

template <std::size_t kOutputs>
void sum_batch(const Trees& trees, const FeatureTable& table, std::size_t first, std::size_t count,
               std::int16_t* sums) {
  Group group;
  group.blocks = count;
  group.leaf_numbers = kOutputs << trees.depth;
  for (std::size_t tree = 0; tree < trees.count; tree += kGroup) {
    group.trees = std::min(kGroup, trees.count - tree);
    for (std::size_t i = 0; i < group.trees; ++i) {
      find_leaves(trees.splits + (tree + i) * trees.depth, trees.depth, table, first,
                  group.leaves[i]);
    }
    add_leaves<kOutputs>(group, trees.leaves + tree * group.leaf_numbers, sums);
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
