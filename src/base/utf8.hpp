// UTF-8: validate, repair, walk.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace thresh::base {

inline constexpr char32_t kReplacementCharacter = 0xFFFD;

// Bytes before the first invalid sequence; text.size() if all is valid. No surrogates, no overlong
// forms, nothing past U+10FFFF.
std::size_t valid_utf8_prefix(std::string_view text);

// Bytes before the first one that is not ASCII.
std::size_t ascii_prefix(std::string_view text);

// What bytes past ASCII look like when they are read as UTF-8.
struct Utf8Census {
  std::size_t whole = 0;  // sequences
  std::size_t cut = 0;    // sequences that break off after two or three good bytes
  std::size_t stray = 0;  // bytes that belong to no sequence

  bool ascii() const { return whole + cut + stray == 0; }
  bool valid() const { return cut + stray == 0; }
};
Utf8Census count_utf8(std::string_view bytes);

// Appends `bytes` with each maximal invalid subsequence as U+FFFD (as the Encoding standard does).
void append_valid_utf8(std::string& out, std::string_view bytes);
std::string valid_utf8(std::string_view bytes);

// Code points past U+10FFFF and surrogates become U+FFFD.
void append_code_point(std::string& out, char32_t code_point);

// Reads the code point at text[at] and moves `at` past it. `text` must be valid UTF-8.
inline char32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto next = [&] { return static_cast<unsigned char>(text[at++]); };
  const char32_t lead = next();
  if (lead < 0x80) return lead;
  int tails = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
  char32_t code_point = lead & (0x3Fu >> tails);
  for (; tails > 0; --tails) code_point = code_point << 6 | (next() & 0x3Fu);
  return code_point;
}

}  // namespace thresh::base
