// Names of what a block says and where it stands, as hashes: its words, and the tags, classes, ids
// and roles around it. What each is worth is learned (evidence.hpp).
//
// Words and mark-up are kept apart: weighed together, mark-up that looks familiar outvotes what the
// text says.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "judge/hashing.hpp"
#include "judge/texts.hpp"
#include "page/document.hpp"

namespace thresh::judge {

// Appends the hashes of a block's text: words, their stems, pairs, a short text as a whole, and the
// words of `heading`, the block it stands under (page::kNone: none).
void append_text_features(const Texts& texts, std::uint32_t block, std::uint32_t heading,
                          Hashes& out);

// Appends the hashes of what a block is by itself: its type, marks and the targets of its links.
void append_block_features(const page::Document& document, const page::Block& block, Hashes& out);

// Appends the hashes of a container's tag and names.
void append_container_features(const page::Document& document, std::uint32_t container,
                               Hashes& out);

// The same of all containers of a page, once of those that look alike.
struct LookHashes {
  Hashes hashes;
  std::vector<std::uint32_t> first;  // of each container in `hashes`; one more for the end

  // Of a container that looks like none before it; else nothing.
  std::span<const std::uint32_t> of(std::uint32_t container) const {
    return {hashes.data() + first[container], hashes.data() + first[container + 1]};
  }
};
LookHashes hash_looks(const page::Document& document, const std::vector<std::uint32_t>& looks);

// A container tells most to the blocks right in it. How far a block is inside one is told in four
// steps; containers above it from step 6 count alike.
inline constexpr std::uint32_t kDistances = 4;
constexpr std::uint32_t distance_of(std::uint32_t containers_up) {
  constexpr std::uint32_t kFar[] = {1, 3, 6};
  std::uint32_t distance = 0;
  while (distance < 3 && containers_up >= kFar[distance]) ++distance;
  return distance;
}
inline constexpr std::uint32_t kFarthest = 6;

// The hash of a container's feature as seen from a block inside it.
constexpr std::uint32_t at_distance(std::uint32_t hash, std::uint32_t distance) {
  return (hash ^ (distance + 1) * 0x85EBCA6BU) * 0xC2B2AE35U;
}

}  // namespace thresh::judge
