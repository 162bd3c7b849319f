// Pull quotes: sentences of the body set apart and said twice.
#pragma once

#include <vector>

#include "page/document.hpp"

namespace thresh::judge {

// Of each block: it is set apart (aside, quotation, figure) and another block, which is not, holds
// its words. Looks at the first few such blocks and the first half megabyte
// of text only, so that its cost is bounded.
std::vector<bool> find_pull_quotes(const page::Document& document);

}  // namespace thresh::judge
