#include "page/charset.hpp"

#include "base/ascii.hpp"

namespace thresh::page {
namespace {

#include "page/single_byte_charsets.inc"

using enum CharsetFamily;
constexpr CharsetInfo kCharsets[] = {
#include "page/charset_labels.inc"
};

bool has_word(std::string_view words, std::string_view word) {
  while (!words.empty()) {
    const std::string_view first = words.substr(0, words.find(' '));
    if (base::equals_ignore_case(first, word)) return true;
    words.remove_prefix(first.size() + (first.size() < words.size() ? 1 : 0));
  }
  return false;
}

}  // namespace

const CharsetInfo* find_charset(std::string_view label) {
  label = base::trim(label);
  for (const CharsetInfo& charset : kCharsets) {
    if (has_word(charset.labels, label)) return &charset;
  }
  return nullptr;
}

}  // namespace thresh::page
