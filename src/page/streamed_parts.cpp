#include "page/streamed_parts.hpp"

#include <algorithm>
#include <utility>

#include "page/attribute_value.hpp"

namespace thresh::page {
namespace {

// "1" of "B:1"; empty if the id does not begin with one of `letters` and a colon.
std::string_view number_of(const Dom& dom, const DomNode& element, std::string_view letters) {
  const std::string_view id = head_of(dom.attribute(element, Attribute::kId));
  const bool matches = id.size() > 2 && id[1] == ':' && letters.find(id[0]) < letters.size();
  return matches ? id.substr(2) : std::string_view();
}

}  // namespace

void StreamedParts::find_parts() {
  searched_ = true;
  for (std::uint32_t i = 0; i < dom_.nodes.size(); ++i) {
    const DomNode& node = dom_.nodes[i];
    if (node.tag != Tag::kDiv || !dom_.attribute(node, Attribute::kHidden)) continue;
    const std::string_view number = number_of(dom_, node, "S");
    if (!number.empty()) parts_.push_back({number, i});
  }
  std::stable_sort(parts_.begin(), parts_.end(),
                   [](const Part& a, const Part& b) { return a.number < b.number; });
}

std::uint32_t StreamedParts::take(const DomNode& element, std::uint32_t walked) {
  const std::string_view number = number_of(dom_, element, "BP");
  if (number.empty()) return kNoNode;
  if (!searched_) find_parts();
  const auto part =
      std::lower_bound(parts_.begin(), parts_.end(), number,
                       [](const Part& p, std::string_view n) { return p.number < n; });
  if (part == parts_.end() || part->number != number) return kNoNode;
  const std::uint32_t found = std::exchange(part->element, kNoNode);
  return found > walked ? found : kNoNode;
}

}  // namespace thresh::page
