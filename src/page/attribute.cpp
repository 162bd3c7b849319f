#include "page/attribute.hpp"

#include <algorithm>
#include <iterator>

#include "base/ascii.hpp"

namespace thresh::page {
namespace {

constexpr std::string_view kNames[] = {
#define THRESH_ATTRIBUTE(enumerator, name) name,
#include "page/attributes.inc"
#undef THRESH_ATTRIBUTE
};
static_assert(std::is_sorted(std::begin(kNames), std::end(kNames)), "attributes.inc is sorted");

constexpr std::size_t kLongestName =
    std::max_element(std::begin(kNames), std::end(kNames),
                     [](auto a, auto b) { return a.size() < b.size(); }) -> size();

}  // namespace

std::string_view attribute_name(Attribute attribute) {
  return attribute == Attribute::kCount ? std::string_view() : kNames[static_cast<int>(attribute)];
}

Attribute attribute_from_name(std::string_view name) {
  if (name.size() > kLongestName) return Attribute::kCount;
  char folded[kLongestName];
  std::transform(name.begin(), name.end(), folded, [](char c) { return base::lower(c); });
  const std::string_view key(folded, name.size());
  const auto* row = std::lower_bound(std::begin(kNames), std::end(kNames), key);
  if (row == std::end(kNames) || *row != key) return Attribute::kCount;
  return static_cast<Attribute>(row - std::begin(kNames));
}

}  // namespace thresh::page
