// The charsets of the Encoding standard and their labels: "latin1", "iso-8859-1" and "ascii" are
// all windows-1252, as in browsers. The table is charset_labels.inc.
#pragma once

#include <cstdint>
#include <string_view>

namespace thresh::page {

enum class CharsetFamily : std::uint8_t {
  kUtf8,
  kUtf16,
  kSingleByte,
  kMultiByte,    // ASCII bytes are ASCII but after a lead byte
  kStateful,     // escape sequences switch the meaning of ASCII bytes
  kReplacement,  // decodes to one U+FFFD, as the standard says of charsets that are not safe
};

struct CharsetInfo {
  std::string_view name;
  CharsetFamily family;
  const char* converter;       // for iconv; nullptr where it is not needed
  const char16_t* upper_half;  // single-byte: code points of the bytes from 0x80
  std::string_view labels;     // separated by spaces
};

// nullptr if there is no such label. Case and white space around it do not matter.
const CharsetInfo* find_charset(std::string_view label);

}  // namespace thresh::page
