// Lines for standard error: what they say of a page. One line each, safe to print, no newline.
#pragma once

#include <string>
#include <string_view>

#include "batch/record.hpp"

namespace thresh::cli {

// "standard input" for "-"; control characters escaped.
std::string shown_source(std::string_view source);

// "page.html: over the limit of 20000000 bytes; --max-bytes raises the limit"
std::string error_line(const batch::Outcome& outcome);

// What a page without an article is, and what to try: "page.html: no article (index page);
// --explain shows why".
std::string no_article_line(const batch::Outcome& outcome);

// "page.html: left out, it has no date"
std::string unwanted_line(const batch::Outcome& outcome);

// For --verbose: "page.html: article, 812 words, 48213 bytes, 3.1 ms"
std::string page_line(const batch::Outcome& outcome);

}  // namespace thresh::cli
