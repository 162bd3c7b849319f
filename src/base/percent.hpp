// Bytes written "%XX", as URLs do.
#pragma once

#include <string>
#include <string_view>

#include "base/ascii.hpp"

namespace thresh::base {

inline void append_percent_encoded(std::string& out, char c) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  const auto byte = static_cast<unsigned char>(c);
  out += {'%', kHex[byte >> 4], kHex[byte & 15]};
}

// The byte that is written so at the beginning of `text`; -1 if none is.
constexpr int read_percent_encoded(std::string_view text) {
  if (text.size() < 3 || text[0] != '%') return -1;
  const int high = hex_value(text[1]);
  const int low = hex_value(text[2]);
  return high < 0 || low < 0 ? -1 : high * 16 + low;
}

}  // namespace thresh::base
