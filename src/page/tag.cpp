#include "page/tag.hpp"

#include <algorithm>
#include <iterator>

namespace thresh::page {
namespace {

struct Row {
  std::string_view name;
  std::uint8_t traits;
};

constexpr Row kRows[] = {
    {"", kInline},
    {"", kInline},
#define THRESH_TAG(enumerator, name, traits) {name, traits},
#include "page/tags.inc"
#undef THRESH_TAG
};
static_assert(std::size(kRows) == static_cast<std::size_t>(Tag::kCount));

constexpr const Row* kFirstNamed = kRows + static_cast<int>(Tag::kUnknown) + 1;
static_assert(std::is_sorted(kFirstNamed, std::end(kRows),
                             [](const Row& a, const Row& b) { return a.name < b.name; }),
              "tags.inc is sorted by name");

}  // namespace

std::string_view tag_name(Tag tag) { return kRows[static_cast<int>(tag)].name; }

std::uint8_t tag_traits(Tag tag) { return kRows[static_cast<int>(tag)].traits; }

Tag tag_from_name(std::string_view lower_case_name) {
  const Row* row = std::lower_bound(kFirstNamed, std::end(kRows), lower_case_name,
                                    [](const Row& a, std::string_view b) { return a.name < b; });
  if (row == std::end(kRows) || row->name != lower_case_name) return Tag::kUnknown;
  return static_cast<Tag>(row - kRows);
}

}  // namespace thresh::page
