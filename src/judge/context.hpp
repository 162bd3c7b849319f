// Means of a value over what is around a block, weighted by words. All are constant time after a
// pass over the page.
#pragma once

#include <cstdint>
#include <vector>

#include "judge/surroundings.hpp"
#include "page/document.hpp"

namespace thresh::judge {

class Context {
 public:
  // values: one a block; must outlive this.
  Context(const page::Document& document, const Surroundings& surroundings,
          const std::vector<float>& values);

  float value(std::uint32_t block) const { return values_[block]; }

  // Of the block `offset` further on; -1 past the ends of the page.
  float neighbour(std::uint32_t block, int offset) const;

  // Of the blocks up to `reach` before and after, and the block itself.
  float near(std::uint32_t block, std::uint32_t reach) const;

  // Of all blocks in one of its rings; -1 where there is no such ring.
  float ring(std::uint32_t block, Ring ring) const;
  // The same but for the block.
  float rest_of_ring(std::uint32_t block, Ring ring) const;
  // The largest one.
  float most_in_ring(std::uint32_t block, Ring ring) const;

  // Of the blocks of its pattern, and the same but for the block.
  float pattern(std::uint32_t block) const;
  float rest_of_pattern(std::uint32_t block) const;

  // Of the blocks from `first` up to `end`.
  float mean(std::uint32_t first, std::uint32_t end) const;
  float page() const { return mean(0, blocks()); }

  // Values × words of the blocks before this one, or of all.
  double sum_before(std::uint32_t block) const { return before_[block].value; }
  double sum() const { return before_.back().value; }

 private:
  struct Sum {
    double value = 0;
    double weight = 0;
    float mean() const { return weight > 0 ? static_cast<float>(value / weight) : -1.0F; }
  };
  Sum of(std::uint32_t block) const { return between(block, block + 1); }
  Sum between(std::uint32_t first, std::uint32_t end) const {
    return {before_[end].value - before_[first].value, before_[end].weight - before_[first].weight};
  }
  static float mean_without(Sum all, Sum own) {
    if (all.weight - own.weight < 0.25) return -1.0F;
    return static_cast<float>((all.value - own.value) / (all.weight - own.weight));
  }
  std::uint32_t blocks() const { return static_cast<std::uint32_t>(values_.size()); }

  const page::Document& document_;
  const Surroundings& surroundings_;
  const std::vector<float>& values_;
  std::vector<Sum> before_;  // of the blocks before each one; one more for all
  std::vector<Sum> patterns_;
  mutable std::vector<float> most_;  // of each container; filled when first asked for
};

}  // namespace thresh::judge
