// Tabulator: Measures and Evidence → a column of numbers a feature, a row a block, for the trees.
//
// Every number is a share, a logarithm or a flag, so that pages of any size compare.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "judge/evidence.hpp"
#include "judge/measures.hpp"
#include "judge/patterns.hpp"
#include "judge/surroundings.hpp"
#include "page/document.hpp"

namespace thresh::judge {

enum class Feature : std::uint8_t {
#define THRESH_FEATURE(enumerator, meaning) enumerator,
#include "judge/features.inc"
#undef THRESH_FEATURE
  kCount
};
inline constexpr std::size_t kFeatureCount = static_cast<std::size_t>(Feature::kCount);

// Columns of numbers, a row a block: of the blocks from `first` on.
class FeatureTable {
 public:
  // Rows are read so many at a time; a column is filled up with rows of zeros.
  static constexpr std::size_t kBatch = 64;

  // Numbers of one feature, by block.
  class Column {
   public:
    Column(float* rows, std::uint32_t first) : rows_(rows), first_(first) {}
    float& operator[](std::uint32_t block) const { return rows_[block - first_]; }

   private:
    float* rows_;
    std::uint32_t first_;
  };

  explicit FeatureTable(std::size_t rows, std::size_t columns = kFeatureCount,
                        std::uint32_t first = 0)
      : rows_(rows),
        first_(first),
        stride_((rows + kBatch - 1) / kBatch * kBatch),
        values_(stride_ * columns) {}

  std::size_t rows() const { return rows_; }
  // By row.
  const float* column(std::size_t index) const { return values_.data() + index * stride_; }
  float* column(std::size_t index) { return values_.data() + index * stride_; }

  Column column(Feature feature) { return {column(static_cast<std::size_t>(feature)), first_}; }
  float at(Feature feature, std::uint32_t block) const {
    return column(static_cast<std::size_t>(feature))[block - first_];
  }
  // In all rows.
  void fill(Feature feature, float number) {
    std::fill_n(column(static_cast<std::size_t>(feature)), rows_, number);
  }
  // Of `first` and the features after it.
  void set_row(Feature first, std::uint32_t block, const float* numbers, std::size_t count) {
    float* at = column(static_cast<std::size_t>(first)) + (block - first_);
    for (std::size_t i = 0; i < count; ++i) at[i * stride_] = numbers[i];
  }

 private:
  std::size_t rows_;
  std::uint32_t first_;
  std::size_t stride_;
  std::vector<float> values_;  // column by column
};

// What all blocks' features are made of. A large page's table is made in parts, which would not fit
// into what a page may take as a whole.
class Tabulator {
 public:
  // All must outlive this.
  Tabulator(const page::Document& document, const Measures& measures, const Evidence& evidence);

  // Of the blocks [first, end).
  FeatureTable table(std::uint32_t first, std::uint32_t end) const;

 private:
  const page::Document& document_;
  const Measures& measures_;
  const Evidence& evidence_;
  Surroundings surroundings_;
  std::vector<Item> items_;
};

// Of all blocks.
FeatureTable tabulate(const page::Document& document, const Measures& measures,
                      const Evidence& evidence);

}  // namespace thresh::judge
