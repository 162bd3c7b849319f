// The parts of the man page that the tables make. man/thresh.1 holds them between marker lines; a
// test compares them, and updates them when asked to.
#pragma once

#include <string>
#include <string_view>

#include "thresh/result.hpp"

namespace thresh::cli {

// The page with the lines between each `.\" begin NAME` and `.\" end NAME` made anew, for NAME in
// options, exit-status, examples. A page that lacks one of them is an error.
Result<std::string> with_made_sections(std::string_view page);

}  // namespace thresh::cli
