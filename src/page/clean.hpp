// Slices of a page hold character references, CRLF, NUL and control characters. They are cleaned
// when they are used, by appending the clean text to a string.
#pragma once

#include <string>
#include <string_view>

namespace thresh::page {

enum class Context : unsigned char {
  kText,       // character references as in text
  kAttribute,  // "&copy=1" stays as it is, as the HTML standard says of attributes
  kLiteral,    // no character references: script and already decoded text
};

// Appends `raw` with character references decoded, CR and CRLF as LF, and without C0 (but tab and
// LF), DEL and C1 characters and U+FFFE/U+FFFF. C1 characters become what windows-1252 has in their
// place, if anything; form feed becomes a space; NUL becomes U+FFFD in attributes and is dropped in
// text. `raw` must be valid UTF-8 (decode.hpp sees to it); so is what is appended.
void append_clean(std::string& out, std::string_view raw, Context context);

}  // namespace thresh::page
