// The form that values take, whatever they were read from. An empty result means: not a value.
#pragma once

#include <string>
#include <string_view>

namespace thresh::metadata {

// One line, white space collapsed, no control characters.
std::string normal_text(std::string_view text);

// An absolute http or https URL.
std::string normal_url(std::string_view url, std::string_view base_url);

// A BCP 47 tag in its usual case: "en-US" of "en_us".
std::string normal_language(std::string_view tag);

}  // namespace thresh::metadata
