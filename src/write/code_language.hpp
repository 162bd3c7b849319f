// The language of a code block, if it is a plain name ("c++", "objective-c") and safe in any
// format.
#pragma once

#include <algorithm>
#include <string_view>

#include "base/ascii.hpp"
#include "thresh/article.hpp"

namespace thresh::writers {

inline std::string_view code_language(const Block& block) {
  const auto is_plain = [](char c) {
    constexpr std::string_view kMarks = "+#-.";
    return base::is_alpha(c) || base::is_digit(c) || kMarks.find(c) != std::string_view::npos;
  };
  const std::string_view name = block.language;
  return std::all_of(name.begin(), name.end(), is_plain) ? name : std::string_view();
}

}  // namespace thresh::writers
