// Means of all lanes at once over what is around a block, weighted by words: as Context, which
// does it for one value.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "judge/evidence_table.hpp"
#include "judge/surroundings.hpp"
#include "page/document.hpp"

namespace thresh::judge {

class LaneContext {
 public:
  // values: a row a block.
  LaneContext(const page::Document& document, const Surroundings& surroundings,
              const std::vector<Lanes>& values);

  // Of all blocks in one of the block's rings; -1 where there is no such ring.
  Lanes ring(std::uint32_t block, Ring ring) const;
  // Of the blocks of its pattern.
  Lanes pattern(std::uint32_t block) const { return patterns_[surroundings_.pattern[block]]; }

 private:
  struct Sums {
    std::array<double, kLanes> values{};
    double weight = 0;
  };
  static Lanes mean(const Sums& sums);

  const page::Document& document_;
  const Surroundings& surroundings_;
  std::vector<Sums> before_;     // of the blocks before each one; one more for all
  std::vector<Lanes> patterns_;  // means
};

}  // namespace thresh::judge
