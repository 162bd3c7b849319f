#include "page/tag.hpp"

#include <iterator>

#include "base/name_table.hpp"

namespace thresh::page {
namespace {

// kText and kUnknown have no row.
constexpr std::string_view kNames[] = {
#define THRESH_TAG(enumerator, name, traits) name,
#include "page/tags.inc"
#undef THRESH_TAG
};

constexpr std::uint8_t kTraits[] = {
    kInline,
    kInline,
#define THRESH_TAG(enumerator, name, traits) traits,
#include "page/tags.inc"
#undef THRESH_TAG
};
static_assert(std::size(kTraits) == static_cast<std::size_t>(Tag::kCount));

constexpr int kFirstNamed = static_cast<int>(Tag::kUnknown) + 1;
static_assert(std::size(kNames) + kFirstNamed == std::size(kTraits));

constexpr base::NameTable kTable(kNames);

}  // namespace

std::string_view tag_name(Tag tag) {
  const int row = static_cast<int>(tag) - kFirstNamed;
  return row < 0 ? std::string_view() : kNames[row];
}

std::uint8_t tag_traits(Tag tag) { return kTraits[static_cast<int>(tag)]; }

Tag tag_from_name(std::string_view name) {
  const std::size_t row = kTable.find(name);
  return row == kTable.kMissing ? Tag::kUnknown
                                : static_cast<Tag>(static_cast<int>(row) + kFirstNamed);
}

}  // namespace thresh::page
