// The pre-pass: a page without all that tree construction does not look at.
//
// The parser pays for every byte, and most bytes of a page do not matter to its tree. So it gets a
// skeleton: the tags, without attributes, and one character for each run of text. Where each tag
// and run comes from lies in tables beside it, in the skeleton's own order, so that the tree can be
// filled in again:
//
//   page       <p class="lead">Good <b>news</b> &amp; more<!-- ad --></p>
//   skeleton   <p>x<b>x</b>x</p>
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

struct SkeletonTag {
  std::uint32_t offset;  // of its '<' in the markup
  std::uint32_t source_begin;
  std::uint32_t source_end;
  std::uint32_t first_attribute;  // in Skeleton::attributes
  std::uint32_t attribute_count;
};

// A run of text: a space in the markup if it is white space, else kRunMark.
struct SkeletonRun {
  std::uint32_t offset;
  std::uint32_t source_begin;
  std::uint32_t source_end;
  bool raw;  // as DomNode::raw
};

struct Skeleton {
  static constexpr char kRunMark = 'x';

  std::string markup;
  std::vector<SkeletonTag> tags;  // start tags, by offset
  std::vector<SkeletonRun> runs;  // by offset
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
