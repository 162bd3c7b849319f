// Sums over the blocks of a container in constant time, and walks up the containers.
//
// A container's blocks are a range of the page's, so that prefix sums give every container's
// totals.
#pragma once

#include <cstdint>
#include <vector>

#include "page/document.hpp"

namespace thresh::judge {

// A text that could be body on the face of it: a sentence or more, hardly a link, visible.
bool is_prose(const page::Block& block);

struct Totals {
  std::uint32_t words = 0;
  std::uint32_t link_words = 0;
  std::uint32_t prose_words = 0;  // of blocks that are prose
  std::uint32_t blocks = 0;

  friend Totals operator-(const Totals& a, const Totals& b) {
    return {a.words - b.words, a.link_words - b.link_words, a.prose_words - b.prose_words,
            a.blocks - b.blocks};
  }
};

class BlockSums {
 public:
  // prose: a flag a block.
  BlockSums(const page::Document& document, const std::vector<bool>& prose);

  Totals of(std::uint32_t first_block, std::uint32_t end_block) const {
    return before_[end_block] - before_[first_block];
  }
  Totals of(const page::Container& container) const {
    return of(container.first_block, container.end_block);
  }
  Totals page() const { return before_.back(); }

 private:
  std::vector<Totals> before_;  // of the blocks before each block; one more for the end
};

// The smallest container that holds at least `share` of the page's prose; containers[0] if there is
// no prose at all.
std::uint32_t smallest_with_prose(const page::Document& document, const BlockSums& sums,
                                  double share);

// For each container its nearest ancestor that holds more words, page::kNone if there is none.
std::vector<std::uint32_t> larger_ancestors(const page::Document& document, const BlockSums& sums);

// `container` or the nearest of its ancestors with that tag; page::kNone if there is none.
std::uint32_t nearest_ancestor(const page::Document& document, std::uint32_t container,
                               page::Tag tag);

inline bool contains(const page::Document& document, std::uint32_t outer, std::uint32_t inner) {
  return outer <= inner && inner < document.containers[outer].end;
}

}  // namespace thresh::judge
