#include "judge/surroundings.hpp"

namespace thresh::judge {

Surroundings::Surroundings(const page::Document& document, const BlockSums& sums)
    : patterns(document, sums) {
  const std::vector<std::uint32_t> larger = larger_ancestors(document, sums);
  rings.reserve(document.blocks.size());
  pattern.reserve(document.blocks.size());
  for (const page::Block& block : document.blocks) {
    std::uint32_t inner = block.container;
    if (sums.of(document.containers[inner]).words <= block.words) inner = larger[inner];
    std::array<std::uint32_t, kRings>& around = rings.emplace_back();
    for (std::uint32_t& ring : around) {
      ring = inner;
      if (inner != page::kNone) inner = larger[inner];
    }
    pattern.push_back(patterns.id_of(block.container));
  }
}

}  // namespace thresh::judge
