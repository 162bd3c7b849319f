// Where each block stands: in which containers that hold more than it, in which pattern and
// section. Made once a page, for everything that compares a block with what is around it.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "judge/containers.hpp"
#include "judge/patterns.hpp"
#include "page/document.hpp"

namespace thresh::judge {

// Inner: the smallest container with more words than the block; middle: the next with more words
// again; outer: the one after.
enum Ring : std::uint8_t { kInner, kMiddle, kOuter, kRings };

struct Surroundings {
  Surroundings(const page::Document& document, const BlockSums& sums);

  Patterns patterns;
  // Of each block its rings; page::kNone where there is none.
  std::vector<std::array<std::uint32_t, kRings>> rings;
  std::vector<std::uint32_t> pattern;  // of each block (Patterns::id_of)
};

}  // namespace thresh::judge
