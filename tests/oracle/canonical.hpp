// A tree as lines of text that are equal if two trees are the same to thresh. One kind of lines
// comes from a Dom; the other from the tree that plain Gumbo makes of the whole page, by code that
// shares nothing with the pre-pass.
//
// Left out of both: comments, attributes that thresh does not read, the text of scripts (but
// JSON-LD), style, iframe, noembed and noframes, and what is in svg. White space is one space, and
// none where text begins, ends, or is nothing else.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "page/dom.hpp"

namespace thresh::oracle {

struct CanonicalTree {
  std::vector<std::string> lines;  // of each element and text: depth, name, attributes or text
  std::string text;                // all of it, white space as one space

  bool operator==(const CanonicalTree&) const = default;
};

// Bugs of Gumbo that the lines from its tree do not show.
struct GumboBugs {
  // "</><x-y>": the empty end tag becomes a part of the name of an unknown element behind it.
  std::size_t names = 0;
};

CanonicalTree canonical(const page::Dom& dom);
CanonicalTree canonical_by_gumbo(std::string_view page, GumboBugs& bugs);

// The first lines that differ; "" if none do.
std::string first_difference(const CanonicalTree& a, const CanonicalTree& b);

}  // namespace thresh::oracle
