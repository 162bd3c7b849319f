// Which language a text is written in. The only includer of CLD2.
#pragma once

#include <string>
#include <string_view>

namespace thresh::metadata {

// The primary subtag ("en", "pt", "zh"); empty if the detector is not sure. `text` is valid UTF-8;
// a thousand bytes are plenty.
std::string language_of_text(std::string_view text);

}  // namespace thresh::metadata
