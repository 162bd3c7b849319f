#include "page/attribute_value.hpp"

#include <charconv>

#include "base/ascii.hpp"

namespace thresh::page {
std::string_view head_of(const DomAttribute* attribute) {
  constexpr std::size_t kBytesRead = 1024;
  return attribute == nullptr ? std::string_view() : attribute->value.substr(0, kBytesRead);
}

bool has_word(const DomAttribute* attribute, std::string_view word) {
  return any_word(head_of(attribute),
                  [&](std::string_view each) { return base::equals_ignore_case(each, word); });
}

std::int64_t number_or(const DomAttribute* attribute, std::int64_t otherwise, std::int64_t limit) {
  std::string_view text = base::trim(head_of(attribute));
  if (text.starts_with('+')) text.remove_prefix(1);
  std::int64_t number = 0;
  const char* const end = text.data() + text.size();
  const auto [rest, error] = std::from_chars(text.data(), end, number);
  if (error == std::errc::invalid_argument || (rest != end && *rest == '%')) return otherwise;
  if (error == std::errc::result_out_of_range) return text.front() == '-' ? -limit : limit;
  return std::clamp(number, -limit, limit);
}

}  // namespace thresh::page
