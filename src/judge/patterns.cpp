#include "judge/patterns.hpp"

#include <functional>
#include <string_view>
#include <unordered_map>

#include "judge/looks.hpp"

namespace thresh::judge {
namespace {

using page::Container;

// Of tag and class.
std::uint64_t look_of(const page::Document& document, const Container& container) {
  const std::string_view class_name = document.attribute(container, page::Attribute::kClass);
  return combine(std::hash<std::string_view>()(class_name),
                 static_cast<std::uint64_t>(container.tag));
}

// Tags whose siblings are alike in any text.
bool is_text_tag(page::Tag tag) {
  switch (tag) {
    case page::Tag::kP:
    case page::Tag::kLi:
    case page::Tag::kTr:
    case page::Tag::kTd:
    case page::Tag::kTh:
    case page::Tag::kDt:
    case page::Tag::kDd:
    case page::Tag::kBlockquote:
    case page::Tag::kPre:
      return true;
    default:
      return page::heading_level(tag) > 0;
  }
}

}  // namespace

Patterns::Patterns(const page::Document& document, const BlockSums& sums) {
  looks_.reserve(document.containers.size());
  ids_.reserve(document.containers.size());
  std::unordered_map<std::uint64_t, std::uint32_t> ids;
  for (const Container& container : document.containers) {
    looks_.push_back(look_of(document, container));
    std::uint64_t key = looks_.back();
    std::uint32_t ancestor = container.parent;
    for (int level = 0; level < 2 && ancestor != page::kNone; ++level) {
      key = combine(key, looks_[ancestor]);
      ancestor = document.containers[ancestor].parent;
    }
    ids_.push_back(ids.emplace(key, ids.size()).first->second);
  }
  totals_.resize(ids.size());
  for (std::uint32_t i = 0; i < document.blocks.size(); ++i) {
    Totals& totals = totals_[ids_[document.blocks[i].container]];
    const Totals block = sums.of(i, i + 1);
    totals.words += block.words;
    totals.link_words += block.link_words;
    totals.blocks += 1;
  }
}

std::vector<Item> find_items(const page::Document& document, const BlockSums& sums,
                             const Patterns& patterns) {
  constexpr std::uint32_t kLeastCount = 3;
  struct Group {
    std::uint32_t count = 0;
    std::uint32_t words = 0;
  };
  std::unordered_map<std::uint64_t, Group> groups;
  std::vector<std::uint64_t> keys(document.containers.size());
  for (std::uint32_t c = 1; c < keys.size(); ++c) {
    const Container& container = document.containers[c];
    if (is_text_tag(container.tag) || container.first_block == container.end_block) continue;
    keys[c] = combine(patterns.look(c), container.parent);
    Group& group = groups[keys[c]];
    group.count += 1;
    group.words += sums.of(container).words;
  }
  std::vector<Item> items(keys.size());
  for (std::uint32_t c = 1; c < keys.size(); ++c) {
    items[c] = items[document.containers[c].parent];
    if (items[c].container != page::kNone || keys[c] == 0) continue;
    const Group& group = groups[keys[c]];
    if (group.count >= kLeastCount) items[c] = {c, group.count, group.words};
  }
  return items;
}

}  // namespace thresh::judge
