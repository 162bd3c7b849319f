// Which elements flow with the text around them and which stand by themselves, found in one pass
// over the Dom from its end.
#pragma once

#include <cstdint>
#include <vector>

#include "page/dom.hpp"

namespace thresh::page {

// What is known of an element before its content is walked.
enum FlowFlags : std::uint8_t {
  kContainer = 1 << 0,       // text ends before it and after it
  kHoldsContainer = 1 << 1,  // there is one inside
  kHoldsProse = 1 << 2,      // inside is one that code cannot hold: a paragraph, heading, table …
  kHoldsText = 1 << 3,       // any text that is not blank is inside
  kHoldsMain = 1 << 4,       // <main>, <article> or <h1> is inside, or is it itself
  kDataTable = 1 << 5,       // see tables.hpp
  kWalked = 1 << 6,          // for the walk: see streamed_parts.hpp
};

// One row a node. A container is an element that
// - is block-level, or a template that stands for a shadow root;
// - is a custom element, if it does not stand in the middle of a line;
// - is <noscript> with text in it;
// - is inline but holds a container.
std::vector<std::uint8_t> find_flow(const Dom& dom);

// Its content is not part of the page's text.
bool is_skipped(const Dom& dom, const DomNode& element);

}  // namespace thresh::page
