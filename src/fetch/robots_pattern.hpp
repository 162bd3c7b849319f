// Paths and patterns of robots.txt, made comparable and compared.
#pragma once

#include <string>
#include <string_view>

namespace thresh::fetch {

// Path and query of a URL in the one form in which they are compared: characters that need no
// percent-encoding are decoded, others encoded, in upper case. "*" and "$" are always encoded, so
// that they differ from the special characters of patterns.
std::string comparable_path(std::string_view path_and_query);

// The same of a pattern, whose "*" and last "$" stay.
std::string comparable_pattern(std::string_view pattern);

// Whether the pattern matches the path from its beginning: "*" is any characters, "$" the end.
// Takes time proportional to the path's length times the pattern's at worst.
bool pattern_matches(std::string_view pattern, std::string_view path);

}  // namespace thresh::fetch
