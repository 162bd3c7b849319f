#include "judge/context.hpp"

#include <algorithm>

namespace thresh::judge {

using page::kNone;

Context::Context(const page::Document& document, const Surroundings& surroundings,
                 const std::vector<float>& values)
    : document_(document),
      surroundings_(surroundings),
      values_(values),
      patterns_(surroundings.patterns.count()) {
  before_.reserve(values.size() + 1);
  Sum sum;
  before_.push_back(sum);
  for (std::uint32_t i = 0; i < blocks(); ++i) {
    const double weight = document.blocks[i].words + 0.5;
    const double value = static_cast<double>(values[i]) * weight;
    sum.value += value;
    sum.weight += weight;
    before_.push_back(sum);
    Sum& pattern = patterns_[surroundings.pattern[i]];
    pattern.value += value;
    pattern.weight += weight;
  }
}

float Context::neighbour(std::uint32_t block, int offset) const {
  const std::int64_t at = static_cast<std::int64_t>(block) + offset;
  if (at < 0 || at >= static_cast<std::int64_t>(blocks())) return -1;
  return values_[static_cast<std::size_t>(at)];
}

float Context::near(std::uint32_t block, std::uint32_t reach) const {
  return mean(block > reach ? block - reach : 0, std::min(blocks(), block + reach + 1));
}

float Context::mean(std::uint32_t first, std::uint32_t end) const {
  return between(first, end).mean();
}

float Context::ring(std::uint32_t block, Ring ring) const {
  const std::uint32_t container = surroundings_.rings[block][ring];
  if (container == kNone) return -1;
  const page::Container& in = document_.containers[container];
  return mean(in.first_block, in.end_block);
}

float Context::rest_of_ring(std::uint32_t block, Ring ring) const {
  const std::uint32_t container = surroundings_.rings[block][ring];
  if (container == kNone) return -1;
  const page::Container& in = document_.containers[container];
  return mean_without(between(in.first_block, in.end_block), of(block));
}

float Context::most_in_ring(std::uint32_t block, Ring ring) const {
  const std::uint32_t container = surroundings_.rings[block][ring];
  if (container == kNone) return -1;
  if (most_.empty()) {
    // Children come after their parents: each passes on what its own blocks and children have.
    most_.assign(document_.containers.size(), -1);
    for (std::uint32_t i = 0; i < blocks(); ++i) {
      float& own = most_[document_.blocks[i].container];
      own = std::max(own, values_[i]);
    }
    for (std::size_t c = most_.size(); c-- > 1;) {
      float& parent = most_[document_.containers[c].parent];
      parent = std::max(parent, most_[c]);
    }
  }
  return most_[container];
}

float Context::pattern(std::uint32_t block) const {
  return patterns_[surroundings_.pattern[block]].mean();
}

float Context::rest_of_pattern(std::uint32_t block) const {
  return mean_without(patterns_[surroundings_.pattern[block]], of(block));
}

}  // namespace thresh::judge
