// Output of the writers → Outline, by parsers that are not ours.
#pragma once

#include <string_view>

#include "outline.hpp"

namespace thresh::test {

// With cmark-gfm and all its extensions.
Outline read_markdown(std::string_view markdown);

// With Gumbo. What the allow-list does not hold becomes a unit of its own, which no article has.
Outline read_html(std::string_view html);

}  // namespace thresh::test
