// What is not a web page, known by its first bytes or by what its server calls it.
#pragma once

#include <string_view>

namespace thresh::page {

// What the bytes are, for people: "PDF", "PNG image", "MHTML", "web archive", "binary data" …;
// empty if they may be HTML or text, or are empty.
std::string_view non_html_kind(std::string_view bytes);

// The media type of a Content-Type header, "application/json", if nobody calls a page that; empty
// if it may be one, or if it is no media type.
std::string_view non_html_type(std::string_view content_type);

}  // namespace thresh::page
