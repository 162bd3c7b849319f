// Text → HTML text and attribute values.
#pragma once

#include <string>
#include <string_view>

namespace thresh::writers {

void append_html_text(std::string& out, std::string_view text);

// ` name="value"`, with the space before it.
void append_html_attribute(std::string& out, std::string_view name, std::string_view value);

}  // namespace thresh::writers
