// The language that code is in, as highlighters of the web note it.
#pragma once

#include <cstdint>
#include <string_view>

#include "page/dom.hpp"

namespace thresh::page {

// Looks at a <pre>, the <code> inside it and what is around it. As written on the page; empty if
// nothing says.
std::string_view code_language(const Dom& dom, std::uint32_t pre);

}  // namespace thresh::page
