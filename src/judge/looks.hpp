// Containers that look alike: what names in the mark-up say is read once for all of them.
#pragma once

#include <cstdint>
#include <vector>

#include "page/document.hpp"

namespace thresh::judge {

// Of each container the first one with the same tag, attributes and parent's tag; its own index if
// there is none before it.
std::vector<std::uint32_t> find_looks(const page::Document& document);

}  // namespace thresh::judge
