// Containers that look alike: what names in the mark-up say is read once for all of them.
#pragma once

#include <cstdint>
#include <vector>

#include "page/document.hpp"

namespace thresh::judge {

// One hash of two, for keys that stand for what was hashed.
constexpr std::uint64_t combine(std::uint64_t hash, std::uint64_t value) {
  hash = (hash ^ value) * 0x9E3779B97F4A7C15U;
  return hash ^ hash >> 32;
}

// Of each container the first one with the same tag, attributes and parent's tag; its own index if
// there is none before it.
std::vector<std::uint32_t> find_looks(const page::Document& document);

}  // namespace thresh::judge
