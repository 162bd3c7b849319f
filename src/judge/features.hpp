// tabulate: Measures and Evidence → a column of numbers a feature, a row a block, for the trees.
//
// Every number is a share, a logarithm or a flag, so that pages of any size compare.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "judge/evidence.hpp"
#include "judge/measures.hpp"
#include "page/document.hpp"

namespace thresh::judge {

enum class Feature : std::uint8_t {
#define THRESH_FEATURE(enumerator, meaning) enumerator,
#include "judge/features.inc"
#undef THRESH_FEATURE
  kCount
};
inline constexpr std::size_t kFeatureCount = static_cast<std::size_t>(Feature::kCount);

// Columns of numbers, a row a block (or a page).
class FeatureTable {
 public:
  // Rows are read so many at a time; a column is filled up with rows of zeros.
  static constexpr std::size_t kBatch = 64;

  explicit FeatureTable(std::size_t rows, std::size_t columns = kFeatureCount)
      : rows_(rows), stride_((rows + kBatch - 1) / kBatch * kBatch), values_(stride_ * columns) {}

  std::size_t rows() const { return rows_; }
  const float* column(std::size_t index) const { return values_.data() + index * stride_; }
  float* column(std::size_t index) { return values_.data() + index * stride_; }
  float* column(Feature feature) { return column(static_cast<std::size_t>(feature)); }
  float at(Feature feature, std::size_t row) const {
    return column(static_cast<std::size_t>(feature))[row];
  }
  // Of `first` and the features after it.
  void set_row(Feature first, std::size_t row, const float* numbers, std::size_t count) {
    float* at = column(first) + row;
    for (std::size_t i = 0; i < count; ++i) at[i * stride_] = numbers[i];
  }

 private:
  std::size_t rows_;
  std::size_t stride_;
  std::vector<float> values_;  // column by column
};

FeatureTable tabulate(const page::Document& document, const Measures& measures,
                      const Evidence& evidence);

}  // namespace thresh::judge
