#include "judge/containers.hpp"

namespace thresh::judge {

bool is_prose(const page::Block& block) {
  constexpr std::uint32_t kMinWords = 10;
  constexpr double kMaxLinkShare = 0.35;
  return block.words >= kMinWords && block.link_words < kMaxLinkShare * block.words &&
         block.sentences > 0 && !block.hidden && block.type != page::BlockType::kControl &&
         block.type != page::BlockType::kCaption;
}

BlockSums::BlockSums(const page::Document& document, const std::vector<bool>& prose) {
  before_.reserve(document.blocks.size() + 1);
  Totals sum;
  before_.push_back(sum);
  for (std::size_t i = 0; i < document.blocks.size(); ++i) {
    const page::Block& block = document.blocks[i];
    sum.words += block.words;
    sum.link_words += block.link_words;
    sum.blocks += 1;
    if (prose[i]) sum.prose_words += block.words;
    before_.push_back(sum);
  }
}

std::uint32_t smallest_with_prose(const page::Document& document, const BlockSums& sums,
                                  double share) {
  const double least = share * sums.page().prose_words;
  std::uint32_t best = 0;
  if (least == 0) return best;
  std::uint32_t child = 1;
  while (child < document.containers[best].end) {
    if (sums.of(document.containers[child]).prose_words >= least) {
      best = child;
      ++child;
    } else {
      child = document.containers[child].end;
    }
  }
  return best;
}

std::vector<std::uint32_t> larger_ancestors(const page::Document& document, const BlockSums& sums) {
  std::vector<std::uint32_t> larger(document.containers.size(), page::kNone);
  for (std::uint32_t i = 1; i < document.containers.size(); ++i) {
    const std::uint32_t parent = document.containers[i].parent;
    const bool grows =
        sums.of(document.containers[parent]).words > sums.of(document.containers[i]).words;
    larger[i] = grows ? parent : larger[parent];
  }
  return larger;
}

std::uint32_t nearest_ancestor(const page::Document& document, std::uint32_t container,
                               page::Tag tag) {
  while (container != page::kNone && document.containers[container].tag != tag) {
    container = document.containers[container].parent;
  }
  return container;
}

}  // namespace thresh::judge
