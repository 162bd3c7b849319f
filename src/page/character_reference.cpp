#include "page/character_reference.hpp"

#include <algorithm>
#include <iterator>

#include "base/ascii.hpp"
#include "base/utf8.hpp"

namespace thresh::page {
namespace {

struct Row {
  char name[32];  // without '&' and ';'
  char32_t first;
  char16_t second;
  bool optional_semicolon;
};

constexpr Row kRows[] = {
#include "page/character_references.inc"
};
static_assert(std::is_sorted(std::begin(kRows), std::end(kRows),
                             [](const Row& a, const Row& b) {
                               return std::string_view(a.name) < std::string_view(b.name);
                             }),
              "character_references.inc is sorted");

constexpr std::size_t kLongestName = sizeof Row::name - 1;
constexpr std::size_t kLongestNameWithoutSemicolon = 6;
constexpr std::size_t kShortestName = 2;

// What numbers 0x80 to 0x9F stand for: windows-1252, whose five unused bytes keep their number.
constexpr char16_t kWindows1252[] = {
    0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x8D,   0x017D, 0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};

constexpr char32_t kPastUnicode = 0x110000;

bool is_alphanumeric(char c) { return base::is_alpha(c) || base::is_digit(c); }

// `text` begins with "&#".
CharacterReference read_number(std::string_view text) {
  std::size_t at = 2;
  const bool hexadecimal = at < text.size() && base::lower(text[at]) == 'x';
  if (hexadecimal) ++at;
  const char32_t radix = hexadecimal ? 16 : 10;
  const std::size_t digits_begin = at;
  char32_t number = 0;
  for (; at < text.size(); ++at) {
    // None is -1, which is past any radix.
    const auto digit = static_cast<char32_t>(base::hex_value(text[at]));
    if (digit >= radix) break;
    number = std::min<char32_t>(number * radix + digit, kPastUnicode);
  }
  if (at == digits_begin) return {};
  if (at < text.size() && text[at] == ';') ++at;
  return {at, code_point_of_number(number), 0};
}

const Row* find_row(std::string_view name) {
  const Row* row = std::lower_bound(std::begin(kRows), std::end(kRows), name,
                                    [](const Row& a, std::string_view b) { return a.name < b; });
  return row != std::end(kRows) && row->name == name ? row : nullptr;
}

}  // namespace

char32_t code_point_of_number(char32_t number) {
  if (number >= 0x80 && number < 0x80 + std::size(kWindows1252)) return kWindows1252[number - 0x80];
  const bool surrogate = number >= 0xD800 && number <= 0xDFFF;
  return number == 0 || number >= kPastUnicode || surrogate ? base::kReplacementCharacter : number;
}

CharacterReference read_character_reference(std::string_view text, bool in_attribute) {
  if (text.substr(1, 1) == "#") return read_number(text);

  // Names are alphanumeric, so one with a semicolon can only end where the alphanumerics end.
  std::string_view name = text.substr(1, kLongestName);
  name = name.substr(
      0, static_cast<std::size_t>(std::find_if_not(name.begin(), name.end(), is_alphanumeric) -
                                  name.begin()));
  if (text.substr(1 + name.size(), 1) == ";") {
    if (const Row* row = find_row(name)) return {name.size() + 2, row->first, row->second};
  }
  name = name.substr(0, kLongestNameWithoutSemicolon);
  for (; name.size() >= kShortestName; name.remove_suffix(1)) {
    const Row* row = find_row(name);
    if (row == nullptr || !row->optional_semicolon) continue;
    const std::string_view next = text.substr(1 + name.size(), 1);
    if (in_attribute && !next.empty() && (next == "=" || is_alphanumeric(next[0]))) return {};
    return {1 + name.size(), row->first, row->second};
  }
  return {};
}

}  // namespace thresh::page
