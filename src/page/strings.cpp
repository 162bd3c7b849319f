#include "page/strings.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "page/clean.hpp"
#include "page/white_space.hpp"

namespace thresh::page {

using base::Slice;

bool Strings::spend(std::size_t bytes) {
  constexpr std::size_t kPerValue = 8;  // for what is kept beside it
  if (bytes + kPerValue > bytes_left_) exhausted_ = true;
  if (exhausted_) return false;
  bytes_left_ -= bytes + kPerValue;
  return true;
}

// What was appended since `begin`.
Slice Strings::trimmed(std::size_t begin) const {
  const std::string_view value = base::trim(std::string_view(text_).substr(begin));
  if (value.empty()) return {};
  return {static_cast<std::uint32_t>(value.data() - text_.data()),
          static_cast<std::uint32_t>(value.size())};
}

Slice Strings::add(std::string_view text) {
  if (!spend(text.size())) return {};
  const std::size_t begin = text_.size();
  text_ += text;
  return trimmed(begin);
}

Slice Strings::add(const DomAttribute* attribute) {
  if (attribute == nullptr || !spend(attribute->value.size())) return {};
  const std::size_t begin = text_.size();
  append_clean(text_, attribute->value, attribute->raw ? Context::kAttribute : Context::kLiteral);
  return trimmed(begin);
}

Slice Strings::add_lower(const DomAttribute* attribute) {
  const Slice slice = add(attribute);
  const auto begin = text_.begin() + slice.begin;
  std::transform(begin, begin + slice.length, begin, [](char c) { return base::lower(c); });
  return slice;
}

Slice Strings::add_collapsed(const DomAttribute* attribute) {
  const Slice slice = add(attribute);
  if (slice.empty()) return {};
  collapse_white_space(text_, slice.begin, true);
  return trimmed(slice.begin);
}

Slice Strings::add_text_of(const Dom& dom, std::uint32_t element, bool collapsed) {
  const std::size_t begin = text_.size();
  for (std::uint32_t i = element + 1; i < dom.nodes[element].end; ++i) {
    const DomNode& node = dom.nodes[i];
    if (node.tag != Tag::kText || !spend(node.text.size())) continue;
    append_clean(text_, node.text, node.raw ? Context::kText : Context::kLiteral);
  }
  if (collapsed) collapse_white_space(text_, begin, true);
  return trimmed(begin);
}

}  // namespace thresh::page
