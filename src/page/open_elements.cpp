#include "page/open_elements.hpp"

#include <algorithm>

#include "page/attribute_value.hpp"
#include "page/flow.hpp"

namespace thresh::page {
namespace {

constexpr std::int64_t kMaxItemNumber = 999'999'999;

void increment(std::uint8_t& depth) {
  if (depth < 255) ++depth;
}

// Whether blocks of `type` may stand inside those of `outer` as what they are: a heading on a
// button is a heading, a button in a heading is part of it.
bool yields_to(BlockType outer, BlockType type) {
  switch (outer) {
    case BlockType::kTableCell:
    case BlockType::kCaption:
      return false;
    case BlockType::kHeading:
      return type != BlockType::kControl;
    default:
      return true;
  }
}

void set_type(Inherited& inherited, BlockType type) {
  if (yields_to(inherited.type, type)) inherited.type = type;
}

}  // namespace

OpenElement& OpenElements::push(const DomNode& node) {
  const Inherited handed_down = open_.empty() ? Inherited() : inherited();
  OpenElement& added = open_.emplace_back();
  added.end = node.end;
  added.inherited = handed_down;
  return added;
}

void OpenElements::apply_container(const DomNode& node, std::uint8_t flow) {
  Inherited& inherited = top().inherited;
  switch (node.tag) {
    case Tag::kH1:
    case Tag::kH2:
    case Tag::kH3:
    case Tag::kH4:
    case Tag::kH5:
    case Tag::kH6:
      set_type(inherited, BlockType::kHeading);
      inherited.heading_level = static_cast<std::uint8_t>(heading_level(node.tag));
      break;
    case Tag::kUl:
    case Tag::kOl:
    case Tag::kMenu:
    case Tag::kDir:
      apply_list(node);
      break;
    case Tag::kLi:
      apply_item(node);
      break;
    case Tag::kTable:
      inherited.data_table = flow & kDataTable ? inherited.container : kNone;
      if (flow & kDataTable) grid_.start_table();
      set_type(inherited, BlockType::kParagraph);
      break;
    case Tag::kTr:
      if (inherited.data_table != kNone) grid_.start_row();
      break;
    case Tag::kTd:
    case Tag::kTh:
      apply_cell(node);
      break;
    case Tag::kCaption:
    case Tag::kFigcaption:
      set_type(inherited, BlockType::kCaption);
      break;
    case Tag::kButton:
    case Tag::kLabel:
    case Tag::kLegend:
    case Tag::kSummary:
      set_type(inherited, BlockType::kControl);
      break;
    case Tag::kListing:
    case Tag::kPre:
    case Tag::kXmp:
      if (!(flow & kHoldsProse)) set_type(inherited, BlockType::kCode);
      break;
    case Tag::kBlockquote:
      increment(inherited.quote_depth);
      break;
    default:
      break;
  }
}

void OpenElements::apply_list(const DomNode& list) {
  OpenElement& element = top();
  element.inherited.list = static_cast<std::uint32_t>(open_.size() - 1);
  increment(element.inherited.list_depth);
  element.is_ordered_list = list.tag == Tag::kOl;
  element.number = number_or(dom_.attribute(list, Attribute::kStart), 1, kMaxItemNumber) - 1;
}

void OpenElements::apply_item(const DomNode& item) {
  OpenElement& element = top();
  set_type(element.inherited, BlockType::kListItem);
  element.inherited.item = static_cast<std::uint32_t>(open_.size() - 1);
  if (element.inherited.list == kNone) return;
  OpenElement& list = open_[element.inherited.list];
  if (!list.is_ordered_list) return;
  list.number = number_or(dom_.attribute(item, Attribute::kValue), list.number + 1, kMaxItemNumber);
  element.number = list.number;
}

void OpenElements::apply_cell(const DomNode& cell) {
  Inherited& inherited = top().inherited;
  inherited.in_cell = true;
  if (inherited.data_table == kNone) return;
  const TableGrid::Place place = grid_.place_cell(dom_, cell);
  inherited.cell = static_cast<std::uint32_t>(document_.cells.size());
  document_.cells.push_back({inherited.data_table, place.row, place.column, cell.tag == Tag::kTh});
  set_type(inherited, BlockType::kTableCell);
}

void OpenElements::describe(Block& block) {
  const Inherited& inherited = this->inherited();
  block.type = inherited.type;
  block.quote_depth = inherited.quote_depth;
  block.hidden = inherited.hidden;
  block.noscript = inherited.noscript;
  block.container = inherited.container;
  switch (block.type) {
    case BlockType::kHeading:
      block.level = inherited.heading_level;
      break;
    case BlockType::kListItem: {
      OpenElement& item = open_[inherited.item];
      block.level = std::max<std::uint8_t>(inherited.list_depth, 1);
      block.item_number = static_cast<std::uint32_t>(std::max<std::int64_t>(item.number, 0));
      block.item_continues = item.item_has_block;
      item.item_has_block = true;
      break;
    }
    case BlockType::kTableCell:
      block.cell = inherited.cell;
      break;
    case BlockType::kCode:
      block.language = inherited.code_language;
      break;
    default:
      break;
  }
}

}  // namespace thresh::page
