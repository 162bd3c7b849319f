#include "page/attribute_value.hpp"

#include <charconv>

#include "base/ascii.hpp"

namespace thresh::page {
namespace {

std::string_view skip_spaces(std::string_view text) {
  while (!text.empty() && base::is_space(text.front())) text.remove_prefix(1);
  return text;
}

// "display : none" and the like, in any case.
bool declares(std::string_view style, std::string_view property, std::string_view value) {
  for (; style.size() > property.size(); style.remove_prefix(1)) {
    if (!base::starts_with_ignore_case(style, property)) continue;
    std::string_view rest = skip_spaces(style.substr(property.size()));
    if (rest.empty() || rest.front() != ':') continue;
    rest.remove_prefix(1);
    if (base::starts_with_ignore_case(skip_spaces(rest), value)) return true;
  }
  return false;
}

}  // namespace

std::string_view head_of(const DomAttribute* attribute) {
  constexpr std::size_t kBytesRead = 1024;
  return attribute == nullptr ? std::string_view() : attribute->value.substr(0, kBytesRead);
}

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

bool has_word(const DomAttribute* attribute, std::string_view word) {
  return any_word(head_of(attribute),
                  [&](std::string_view each) { return base::equals_ignore_case(each, word); });
}

std::int64_t number_or(const DomAttribute* attribute, std::int64_t otherwise, std::int64_t limit) {
  std::string_view text = skip_spaces(head_of(attribute));
  if (text.starts_with('+')) text.remove_prefix(1);
  std::int64_t number = 0;
  const char* const end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, number);
  if (error == std::errc::invalid_argument || (rest != end && *rest == '%')) return otherwise;
  if (error == std::errc::result_out_of_range) return text.front() == '-' ? -limit : limit;
  return std::clamp(number, -limit, limit);
}

}  // namespace thresh::page
