// The pre-pass: a page without all that tree construction does not look at.
//
// The parser pays for every byte, and most bytes of a page do not matter to its tree. So it gets a
// skeleton: the tags, without attributes, and one character, a mark, for each run of text. And most
// elements are to what is around them no more than a letter: where one is properly nested, so that
// the parser can do nothing else with it, there is one mark for all of it. Where each tag and mark
// comes from lies in tables beside it, in the skeleton's own order, so that the tree can be filled
// in again:
//
//   page       <body><p class="lead">Good <b>news</b> &amp; more</p><p>text<p>text
//   skeleton   <body>x<p>x<p>x
//
// In: decoded UTF-8 text. Out: the skeleton of a page whose tree is the same, or the reason why
// that is not sure. Never: memory or time beyond linear, a view that outlives the page.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "page/attribute.hpp"
#include "page/dom.hpp"

namespace thresh::page {

struct SkeletonPlace {
  std::uint32_t offset;  // in the markup
  std::uint32_t node;    // in Skeleton::nodes
};

struct Skeleton {
  static constexpr char kMark = 'x';  // a space stands for a run of white space

  std::string markup;
  std::vector<SkeletonPlace> tags;   // start tags: of their '<', by offset
  std::vector<SkeletonPlace> marks;  // by offset
  std::vector<DomNode> nodes;  // in the page's order; parent and end hold inside what a mark stands
                               // for; kUnknown: the parser knows it, or the page
  std::vector<DomAttribute> attributes;
  bool has_cut = false;  // as Dom::has_cut
};

// What the pre-pass thinks of a page.
struct Outline {
  enum Verdict : std::uint8_t {
    kSure,        // the skeleton stands for the page
    kDoubtful,    // only the page itself gives the right tree
    kTooComplex,  // too many nodes; or doubtful, and the parser might take too long for the page
  };

  Verdict verdict = kSure;
  std::string_view reason;  // why not kSure: a static text
  Skeleton skeleton;        // if kSure
};

Outline make_outline(std::string_view page);

// Whether a script of this type holds JSON-LD: the only scripts whose text the Dom keeps.
bool is_json_ld(std::string_view script_type);

}  // namespace thresh::page
