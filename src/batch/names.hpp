// What the names of pages' files mean, and how they are shown.
#pragma once

#include <string>
#include <string_view>

namespace thresh::batch {

// Ends in .html, .htm or .xhtml, in any case, with or without .gz behind it.
bool is_page_name(std::string_view name);

// Without .gz and then .html, .htm or .xhtml: "a/b.html.gz" → "a/b". A name that is nothing but an
// ending stays.
std::string_view without_page_ending(std::string_view name);

// The last part of a path: "a/b.html" → "b.html", "a/" → "a".
std::string_view last_part(std::string_view path);

// One line for a terminal: control characters and bytes that are not UTF-8 as \x1B.
std::string printable(std::string_view name);

}  // namespace thresh::batch
