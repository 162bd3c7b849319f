// What repeats on a page: containers that look alike, and the items of a list of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "judge/containers.hpp"
#include "page/document.hpp"

namespace thresh::judge {

// All containers of the same tag and class whose parents and grandparents are alike too.
class Patterns {
 public:
  Patterns(const page::Document& document, const BlockSums& sums);

  // Containers that look alike have the same, from 0.
  std::uint32_t id_of(std::uint32_t container) const { return ids_[container]; }
  std::size_t count() const { return totals_.size(); }

  // Of the container's tag and class alone.
  std::uint64_t look(std::uint32_t container) const { return looks_[container]; }

  // Of the blocks right inside the containers that look like this one. prose_words is 0.
  const Totals& of(std::uint32_t container) const { return totals_[ids_[container]]; }

 private:
  std::vector<std::uint64_t> looks_;  // of each container
  std::vector<std::uint32_t> ids_;    // of each container
  std::vector<Totals> totals_;        // of each id
};

// The largest container that one stands in (or is) that has two or more siblings of the same tag
// and class. Paragraphs, list items, rows and headings are no items: any text has those.
struct Item {
  std::uint32_t container = page::kNone;  // kNone: in no item
  std::uint32_t count = 0;                // siblings that look alike, itself included
  std::uint32_t words = 0;                // of all of them
};

// One a container.
std::vector<Item> find_items(const page::Document& document, const BlockSums& sums,
                             const Patterns& patterns);

}  // namespace thresh::judge
