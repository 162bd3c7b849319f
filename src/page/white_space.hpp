// White space of a page's text, in place: what a browser would draw as one space is one space.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace thresh::page {

// Rewrites what stands in `text` from `from` on, which must be clean (see clean.hpp): each run of
// white space, no-break and other Unicode spaces included, becomes one space, or none if
// `after_space`; soft hyphens, zero width spaces, word joiners and byte order marks are dropped
// (zero width joiners are letters' business and stay).
void collapse_white_space(std::string& text, std::size_t from, bool after_space);

// The same for code: every white space character stays, Unicode spaces become plain ones.
void keep_white_space(std::string& text, std::size_t from);

// Nothing but HTML white space.
bool is_blank(std::string_view text);

}  // namespace thresh::page
