// From HTML to Document in one call, and Documents as short strings, for tests.
#pragma once

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "base/arena.hpp"
#include "base/deadline.hpp"
#include "page/document.hpp"
#include "page/dom.hpp"
#include "page/segment.hpp"

namespace thresh::testing {

inline page::Document document_of(std::string_view html) {
  base::Arena arena(100'000'000);
  const base::Deadline never(0);
  const Result<page::Dom> dom = page::parse(html, arena, never);
  REQUIRE(dom.ok());
  Result<page::Document> document = page::segment(*dom, html, never);
  REQUIRE(document.ok());
  return std::move(*document);
}

// "h2", "li1", "li1#3" (numbered 3), "li1+" (continues its item), "td0,1", "pre", "caption",
// "control"; "" for paragraphs. In front: '>' a quotation, '~' hidden, '!' noscript, '|' after a
// break.
inline std::string outline_of(const page::Document& document, const page::Block& block) {
  std::string out(block.quote_depth, '>');
  if (block.hidden) out += '~';
  if (block.noscript) out += '!';
  if (block.after_break) out += '|';
  switch (block.type) {
    case page::BlockType::kParagraph:
      break;
    case page::BlockType::kHeading:
      out += "h" + std::to_string(block.level);
      break;
    case page::BlockType::kListItem:
      out += "li" + std::to_string(block.level);
      if (block.item_number != 0) out += "#" + std::to_string(block.item_number);
      if (block.item_continues) out += "+";
      break;
    case page::BlockType::kCode:
      out += "pre";
      break;
    case page::BlockType::kTableCell: {
      const page::TableCell& cell = document.cells.at(block.cell);
      out += (cell.header ? "th" : "td") + std::to_string(cell.row) + "," +
             std::to_string(cell.column);
      break;
    }
    case page::BlockType::kCaption:
      out += "caption";
      break;
    case page::BlockType::kControl:
      out += "control";
      break;
  }
  return out + "(" + std::string(document.str(block.text)) + ")";
}

// All blocks: "h1(Title) (First paragraph.) li1(an item)".
inline std::string outline_of(const page::Document& document) {
  std::string out;
  for (const page::Block& block : document.blocks) {
    if (!out.empty()) out += ' ';
    out += outline_of(document, block);
  }
  return out;
}

inline std::string outline_of(std::string_view html) { return outline_of(document_of(html)); }

}  // namespace thresh::testing
