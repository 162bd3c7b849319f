// Bytes that are not a web page, known by their first bytes.
#pragma once

#include <string_view>

namespace thresh::page {

// What the bytes are, for people: "PDF", "PNG image", "MHTML", "web archive", "binary data" …;
// empty if they may be HTML or text, or are empty.
std::string_view non_html_kind(std::string_view bytes);

}  // namespace thresh::page
