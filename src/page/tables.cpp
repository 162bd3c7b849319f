#include "page/tables.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "page/attribute_value.hpp"
#include "page/flow.hpp"

namespace thresh::page {
namespace {

constexpr std::int64_t kMaxColspan = 1000;  // as the HTML standard says
constexpr std::int64_t kMaxRowspan = 65534;

std::uint32_t colspan(const Dom& dom, const DomNode& cell) {
  return static_cast<std::uint32_t>(std::max<std::int64_t>(
      number_or(dom.attribute(cell, Attribute::kColspan), 1, kMaxColspan), 1));
}

std::uint32_t rowspan(const Dom& dom, const DomNode& cell) {
  const std::int64_t rows = number_or(dom.attribute(cell, Attribute::kRowspan), 1, kMaxRowspan);
  return static_cast<std::uint32_t>(rows == 0 ? kMaxRowspan : std::max<std::int64_t>(rows, 1));
}

// What a table looks like. Lengths are bytes of mark-up free text.
struct Shape {
  std::uint32_t node;
  std::uint32_t rows = 0;
  std::uint32_t columns = 0;  // of the widest row
  std::uint32_t row_columns = 0;
  std::uint32_t cells = 0;
  std::uint32_t fields = 0;  // of forms
  std::uint32_t blocks = 0;  // block-level elements in cells
  std::size_t length = 0;
  std::size_t cell_length = 0;
  std::size_t longest_cell = 0;
  bool has_header = false;
  bool is_layout = false;  // beyond doubt
};

constexpr std::size_t kLongDataCell = 400;
constexpr std::size_t kLongCellUnderHeader = 1500;
constexpr std::size_t kMeanDataCell = 160;

bool holds_data(const Shape& table) {
  if (table.is_layout || table.rows < 2 || table.columns < 2) return false;
  if (std::uint64_t{4} * table.cells < std::uint64_t{table.rows} * table.columns) return false;
  if (table.has_header) return table.longest_cell <= kLongCellUnderHeader;
  return table.longest_cell <= kLongDataCell && table.length <= kMeanDataCell * table.cells &&
         4 * table.fields <= table.cells && table.blocks <= table.cells;
}

void read_role(Shape& table, const Dom& dom) {
  const DomAttribute* role = dom.attribute(dom.nodes[table.node], Attribute::kRole);
  if (has_word(role, "presentation") || has_word(role, "none")) table.is_layout = true;
  if (has_word(role, "table") || has_word(role, "grid")) table.has_header = true;
}

void add_text(Shape& table, std::size_t length) {
  table.length += length;
  table.cell_length += length;
  table.longest_cell = std::max(table.longest_cell, table.cell_length);
}

void add_node(Shape& table, const Dom& dom, const DomNode& node) {
  switch (node.tag) {
    case Tag::kText:
      add_text(table, base::trim(node.text).size());
      break;
    case Tag::kTr:
      ++table.rows;
      table.row_columns = 0;
      break;
    case Tag::kTh:
      table.has_header = true;
      [[fallthrough]];
    case Tag::kTd:
      ++table.cells;
      table.cell_length = 0;
      table.row_columns += colspan(dom, node);
      table.columns = std::max(table.columns, table.row_columns);
      break;
    case Tag::kCaption:
    case Tag::kThead:
    case Tag::kTfoot:
      table.has_header = true;
      break;
    case Tag::kColgroup:
    case Tag::kTbody:
      break;
    case Tag::kInput:
    case Tag::kSelect:
    case Tag::kTextarea:
      ++table.fields;
      break;
    case Tag::kArticle:
    case Tag::kForm:
    case Tag::kH1:
    case Tag::kH2:
    case Tag::kHr:
    case Tag::kNav:
    case Tag::kPre:
    case Tag::kSection:
      table.is_layout = true;
      break;
    default:
      if (tag_traits(node.tag) & kBlock) ++table.blocks;
      break;
  }
}

}  // namespace

void mark_data_tables(const Dom& dom, std::vector<std::uint8_t>& flow) {
  std::vector<Shape> open;
  const auto close = [&] {
    if (holds_data(open.back())) flow[open.back().node] |= kDataTable;
    open.pop_back();
  };
  const auto size = static_cast<std::uint32_t>(dom.nodes.size());
  for (std::uint32_t i = 0; i < size;) {
    while (!open.empty() && dom.nodes[open.back().node].end <= i) close();
    const DomNode& node = dom.nodes[i];
    if (node.tag == Tag::kTable) {
      if (!open.empty()) open.back().is_layout = true;
      open.push_back({i});
      read_role(open.back(), dom);
    } else if (!open.empty()) {
      add_node(open.back(), dom, node);
    }
    i = node.tag != Tag::kText && is_skipped(dom, node) ? node.end : i + 1;
  }
  while (!open.empty()) close();
}

void TableGrid::start_row() {
  ++rows_;
  column_ = 0;
}

TableGrid::Place TableGrid::place_cell(const Dom& dom, const DomNode& cell) {
  const std::uint32_t row = rows_ - 1;
  while (column_ < kMaxColumns && taken_until_row_[column_] > row) ++column_;
  const Place place{row, column_};
  column_ += colspan(dom, cell);
  const std::uint32_t end_row = row + rowspan(dom, cell);
  if (end_row > row + 1) {
    for (std::uint32_t c = place.column; c < std::min(column_, kMaxColumns); ++c) {
      taken_until_row_[c] = end_row;
    }
  }
  return place;
}

}  // namespace thresh::page
