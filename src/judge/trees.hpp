// Boosted trees whose nodes of a level all ask the same: a block's leaf is the number made of the
// answers, a bit a level, and a level is one comparison for a whole column of blocks.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "judge/features.hpp"

namespace thresh::judge {

struct Split {
  std::uint8_t feature;
  float border;  // the answer is feature > border
};

// All arrays must outlive this.
struct Trees {
  std::size_t count = 0;                 // trees
  std::size_t depth = 0;                 // levels of each, at most 8
  std::size_t outputs = 0;               // numbers of a leaf
  const Split* splits = nullptr;         // count × depth, the lowest bit first
  const std::int16_t* leaves = nullptr;  // count × 2^depth × outputs; no sum leaves 16 bits
  float scale = 1;                       // of a leaf
  const float* bias = nullptr;           // outputs
};

// The sums of the leaves: rows × kOutputs, which is Trees::outputs and 1 or kLanes.
template <std::size_t kOutputs>
std::vector<float> sum_leaves(const Trees& trees, const FeatureTable& table);

}  // namespace thresh::judge
