// measure: Document → one row of numbers a block, for the scorer and for the reasons people read.
//
// Every number is a ratio, a logarithm or a flag, so that pages of any size compare.
#pragma once

#include <vector>

#include "page/document.hpp"

namespace thresh::judge {

struct Features {
  float link_density = 0;  // words inside links / words
};

std::vector<Features> measure(const page::Document& document);

}  // namespace thresh::judge
