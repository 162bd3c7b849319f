#include "page/markup_rules.hpp"

#include <iterator>

#include "base/name_table.hpp"

namespace thresh::page {
namespace {

constexpr std::string_view kNames[] = {
#define THRESH_MARKUP_RULE(name, kind, traits, start_closes, end_looks) name,
#include "page/markup_rules.inc"
#undef THRESH_MARKUP_RULE
};

constexpr MarkupRule kRules[] = {
#define THRESH_MARKUP_RULE(name, kind, traits, start_closes, end_looks) \
  {MarkupKind::kind, traits, StartCloses::start_closes, EndLooks::end_looks},
#include "page/markup_rules.inc"
#undef THRESH_MARKUP_RULE
    {MarkupKind::kOrdinary, 0, StartCloses::kNothing, EndLooks::kNearest},  // no row
};

constexpr base::NameTable kTable(kNames);

// FNV-1a of the lower-case name, away from the numbers of the rows.
std::uint32_t hash_of_unknown(std::string_view name) {
  std::uint32_t hash = 2166136261U;
  for (const char c : name) {
    hash = (hash ^ static_cast<unsigned char>(base::lower(c))) * 16777619U;
  }
  return hash | MarkupName::kFirstWithoutRow;
}

}  // namespace

MarkupName markup_name(std::string_view name) {
  const std::size_t row = kTable.find(name);
  const MarkupRule& rule = kRules[row];
  if (row == std::size(kNames)) return {&rule, hash_of_unknown(name)};
  constexpr std::uint32_t kAnyHeading = std::size(kNames);
  const bool heading = rule.start_closes == StartCloses::kHeading;
  return {&rule, heading ? kAnyHeading : static_cast<std::uint32_t>(row)};
}

}  // namespace thresh::page
