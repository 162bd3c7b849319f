#include "page/attribute.hpp"

#include <algorithm>
#include <iterator>

#include "base/name_table.hpp"

namespace thresh::page {
namespace {

constexpr std::string_view kNames[] = {
#define THRESH_ATTRIBUTE(enumerator, name) name,
#include "page/attributes.inc"
#undef THRESH_ATTRIBUTE
};
static_assert(std::is_sorted(std::begin(kNames), std::end(kNames)), "attributes.inc is sorted");
static_assert(std::size(kNames) == static_cast<std::size_t>(Attribute::kCount));

constexpr base::NameTable kTable(kNames);

}  // namespace

std::string_view attribute_name(Attribute attribute) {
  return attribute == Attribute::kCount ? std::string_view() : kNames[static_cast<int>(attribute)];
}

Attribute attribute_from_name(std::string_view name) {
  return static_cast<Attribute>(kTable.find(name));
}

}  // namespace thresh::page
