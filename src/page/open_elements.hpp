// The elements that are open at a point of the walk, and what they mean for the text in them: the
// type of its blocks, lists and their numbers, quotations, cells of tables.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "page/document.hpp"
#include "page/dom.hpp"
#include "page/tables.hpp"

namespace thresh::page {

// What an element hands down to its content.
struct Inherited {
  std::uint32_t container = 0;
  std::uint32_t data_table = kNone;  // container of the table of data around
  std::uint32_t cell = kNone;        // in Document::cells
  std::uint32_t list = kNone;        // innermost list and list item: in OpenElements
  std::uint32_t item = kNone;
  BlockType type = BlockType::kParagraph;
  std::uint8_t heading_level = 0;
  std::uint8_t list_depth = 0;
  std::uint8_t quote_depth = 0;
  bool in_cell = false;  // of any table
  bool hidden = false;
  bool noscript = false;
  bool streamed = false;  // see streamed_parts.hpp
  Slice code_language;
};

struct OpenElement {
  std::uint32_t end;             // first node behind it
  std::uint32_t next = kNoNode;  // node to go on with, if it is not `end`
  Inherited inherited;
  std::size_t spans = 0;  // open ones before it; see text_builder.hpp
  bool is_container = false;
  bool ends_block = false;    // the text in it and the text behind it are no one block
  bool is_label = false;      // see TextBuilder::begin_label
  bool is_quotation = false;  // <q>
  bool is_code_line = false;
  bool is_ordered_list = false;
  bool item_has_block = false;  // list item: a block of it is there
  std::int64_t number = 0;      // list: of its last item; item: its own, 0 for a bullet
};

class OpenElements {
 public:
  OpenElements(const Dom& dom, Document& document) : dom_(dom), document_(document) {}

  // Opens `node`, with what it inherits.
  OpenElement& push(const DomNode& node);
  void pop() { open_.pop_back(); }

  // Applies what the container on top stands for. `flow` is its row of find_flow().
  void apply_container(const DomNode& node, std::uint8_t flow);

  // Fills what the block has from the elements around it.
  void describe(Block& block);

  std::size_t size() const { return open_.size(); }
  OpenElement& top() { return open_.back(); }
  const OpenElement& top() const { return open_.back(); }
  const Inherited& inherited() const { return open_.back().inherited; }

 private:
  void apply_list(const DomNode& list);
  void apply_item(const DomNode& item);
  void apply_cell(const DomNode& cell);

  const Dom& dom_;
  Document& document_;
  TableGrid grid_;  // of the table of data at hand; they do not nest
  std::vector<OpenElement> open_;
};

}  // namespace thresh::page
