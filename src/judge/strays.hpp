// Finds what stands among the body's blocks and is none of it, told by shape and place in any
// language: kickers and bylines, buttons, "read also" lines, captions without <figcaption>,
// copyright lines, copies of what the body says anyway.
//
// Never: takes prose on its shape, or anything from a page without a story (product pages and
// forums are short lines all over).
#pragma once

#include <string_view>
#include <vector>

#include "page/document.hpp"
#include "thresh/article.hpp"

namespace thresh::judge {

struct Measures;

struct Stray {
  bool found = false;
  Label label = Label::kOther;  // kCaption: kept beside the body; else stripped
  std::string_view reason;      // static
};

// One a block. All of Measures but its strays must be known.
std::vector<Stray> find_strays(const page::Document& document, const Measures& measures);

}  // namespace thresh::judge
