#include "page/visibility.hpp"

#include <string_view>

#include "base/ascii.hpp"
#include "page/attribute_value.hpp"
#include "page/flow.hpp"

namespace thresh::page {
namespace {

// "display : none" and the like, in any case.
bool declares(std::string_view style, std::string_view property, std::string_view value) {
  for (; style.size() > property.size(); style.remove_prefix(1)) {
    if (!base::starts_with_ignore_case(style, property)) continue;
    std::string_view rest = base::trim(style.substr(property.size()));
    if (rest.empty() || rest.front() != ':') continue;
    rest.remove_prefix(1);
    if (base::starts_with_ignore_case(base::trim(rest), value)) return true;
  }
  return false;
}

}  // namespace

bool is_hidden(const Dom& dom, const DomNode& element) {
  for (std::uint32_t i = 0; i < element.attribute_count; ++i) {
    const DomAttribute& attribute = dom.attributes[element.first_attribute + i];
    switch (attribute.name) {
      case Attribute::kHidden:
        return true;
      case Attribute::kAriaHidden:
        if (base::equals_ignore_case(head_of(&attribute), "true")) return true;
        break;
      case Attribute::kStyle:
        if (declares(head_of(&attribute), "display", "none")) return true;
        if (declares(head_of(&attribute), "visibility", "hidden")) return true;
        break;
      default:
        break;
    }
  }
  return false;
}

bool Visibility::hides(std::uint32_t element) {
  if (!is_hidden(dom_, dom_.nodes[element])) return false;
  if (!(flow_[element] & kHoldsMain)) return true;
  if (text_before_.empty()) count_text();
  const std::size_t inside = text_before_[dom_.nodes[element].end] - text_before_[element];
  return inside <= text_before_.back() / 2;
}

void Visibility::count_text() {
  text_before_.reserve(dom_.nodes.size() + 1);
  text_before_.push_back(0);
  for (const DomNode& node : dom_.nodes) {
    const bool counts = node.tag == Tag::kText && dom_.nodes[node.parent].tag != Tag::kScript;
    text_before_.push_back(text_before_.back() +
                           (counts ? static_cast<std::uint32_t>(node.text.size()) : 0));
  }
}

}  // namespace thresh::page
