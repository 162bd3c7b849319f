// The table of --explain: every block of a page, what it was taken for and why.
#pragma once

#include <cstddef>
#include <string>

#include "thresh/article.hpp"

namespace thresh::cli {

// A line a block, in page order: kept (+), kept beside the text (=) or stripped (-), its number,
// score, label, reason and how its text begins. columns: width to fit into; 0: any.
std::string explain(const Article& article, bool color, std::size_t columns);

}  // namespace thresh::cli
