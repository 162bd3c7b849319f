// The charset that a page declares in its first bytes: <meta>, else an XML declaration, found by
// the "prescan" of the HTML standard, which works on undecoded bytes.
#pragma once

#include <string_view>

#include "page/charset.hpp"

namespace thresh::page {

// nullptr if nothing is declared, or nothing that exists. UTF-16 means UTF-8 here: bytes that can
// be read so are not UTF-16.
const CharsetInfo* declared_charset(std::string_view bytes);

// The charset named in "text/html; charset=utf-8": the value of Content-Type headers and of
// <meta content>. Empty if there is none.
std::string_view charset_parameter(std::string_view content_type);

}  // namespace thresh::page
