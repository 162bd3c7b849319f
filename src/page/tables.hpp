// Tables: which hold data, and which cell stands where.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "page/dom.hpp"

namespace thresh::page {

// Sets kDataTable (see flow.hpp) in the row of each <table> that holds data rather than a layout:
// no table inside, headers or short cells, and dense: its cells are at least a quarter of
// rows × columns, so that a grid of it is no larger than the page.
void mark_data_tables(const Dom& dom, std::vector<std::uint8_t>& flow);

// Gives each cell of a table its place, with rowspan and colspan; any numbers cost the same.
class TableGrid {
 public:
  struct Place {
    std::uint32_t row;
    std::uint32_t column;
  };

  void start_table() { *this = TableGrid(); }
  void start_row();
  Place place_cell(const Dom& dom, const DomNode& cell);

 private:
  static constexpr std::uint32_t kMaxColumns = 256;  // past them no cell reaches into other rows

  std::uint32_t rows_ = 0;
  std::uint32_t column_ = 0;  // the next one of the current row
  std::array<std::uint32_t, kMaxColumns> taken_until_row_{};
};

}  // namespace thresh::page
