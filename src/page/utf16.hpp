// UTF-16 without a byte order mark, known by the zero bytes of its ASCII characters.
#pragma once

#include <string_view>

namespace thresh::page {

// "utf-16le", "utf-16be" or "".
std::string_view utf16_by_zero_bytes(std::string_view bytes);

}  // namespace thresh::page
