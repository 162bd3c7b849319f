// Completion scripts for shells, made from the option table.
#pragma once

#include <string>
#include <string_view>

namespace thresh::cli {

// shell: one that the option --completion offers.
std::string completion_script(std::string_view shell);

}  // namespace thresh::cli
