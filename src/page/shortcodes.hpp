// Mark-up of page builders that shows as text when the builder is gone: "[vc_row width=…]".
#pragma once

#include <cstddef>
#include <string>

namespace thresh::page {

// Takes out what stands in `text` from `from` on; each becomes a space.
void strip_shortcodes(std::string& text, std::size_t from);

}  // namespace thresh::page
