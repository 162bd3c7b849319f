// What is known about an article → YAML between "---" lines, and a blank line.
#pragma once

#include <string>

#include "thresh/article.hpp"

namespace thresh::writers {

// Fields that are not known are left out; if none is known, nothing is appended.
void append_front_matter(std::string& out, const Article& article);

}  // namespace thresh::writers
