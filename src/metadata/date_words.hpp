// Text → the numbers, words and signs that dates are made of.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace thresh::metadata {

enum class DateTokenType : std::uint8_t { kNumber, kMonth, kWord, kSign };

struct DateToken {
  DateTokenType type = DateTokenType::kSign;
  std::uint8_t digits = 0;  // of a number
  bool spaced = false;      // white space before it
  int value = 0;            // a number, a month from 1
  char32_t sign = 0;        // a sign, or the first character of a word
  std::string_view text;
};

// A number of more than 9 digits is a word. At most kMaxDateTokens.
inline constexpr std::size_t kMaxDateTokens = 160;
std::vector<DateToken> date_tokens(std::string_view text);

}  // namespace thresh::metadata
