// The tree of a page as a flat array in document order. Made by Gumbo, but this header does not
// show it: dom.cpp is the only includer of gumbo.h.
//
// In: decoded UTF-8 text. Out: Dom, whose views point into that text or into the arena, so both
// must outlive it. Never: recursion on depth, memory beyond the arena's budget, an abort.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/arena.hpp"
#include "base/deadline.hpp"
#include "page/attribute.hpp"
#include "page/tag.hpp"
#include "thresh/result.hpp"

namespace thresh::page {

// Deeper elements are dropped before parsing, their text kept.
inline constexpr std::uint32_t kMaxDepth = 512;

inline constexpr std::uint32_t kNoNode = 0xFFFFFFFF;

struct DomAttribute {
  Attribute name;
  bool raw;                // character references are as on the page: clean it as kAttribute;
                           // else they are decoded: clean it as kLiteral (see clean.hpp)
  std::string_view value;  // of the first attribute of that name
};

// Element or run of text. The descendants of node i are the nodes (i, nodes[i].end). A stretch of
// text may come as several nodes in a row. Comments have no node; script and style elements have no
// children, but for JSON-LD scripts, which have one text; noscript holds elements.
struct DomNode {
  Tag tag = Tag::kText;
  bool raw = false;      // text: as DomAttribute::raw, to be cleaned as kText or as kLiteral
  bool foreign = false;  // in the SVG or MathML name space
  std::uint16_t attribute_count = 0;
  std::uint32_t first_attribute = 0;  // in Dom::attributes
  std::uint32_t parent = kNoNode;     // kNoNode for the root (<html>)
  std::uint32_t end = 0;
  std::uint32_t source_begin = 0;  // bytes of the page: an element's start tag, a text's run;
  std::uint32_t source_end = 0;    // both 0 for what the parser put in itself
  std::string_view text;           // text: its characters; kUnknown: the element's name
};

struct Dom {
  std::vector<DomNode> nodes;  // nodes[0] is <html>
  std::vector<DomAttribute> attributes;
  bool whole_page = false;  // the pre-pass gave up and Gumbo read the page itself
  bool has_cut = false;     // an iframe or the like without an end tag ended with its noscript

  // nullptr if the element has no such attribute.
  const DomAttribute* attribute(const DomNode& node, Attribute name) const {
    for (std::uint32_t i = 0; i < node.attribute_count; ++i) {
      const DomAttribute& a = attributes[node.first_attribute + i];
      if (a.name == name) return &a;
    }
    return nullptr;
  }
};

// Fails with kTooComplex (arena budget, or a page that only the whole-page parser could read and
// that has a tag of more than 256 attributes or more than kMaxDepth open elements) and kTimeout.
Result<Dom> parse(std::string_view text, base::Arena& arena, const base::Deadline& deadline);

}  // namespace thresh::page
