// measure: Document → a row of numbers a block for the scorer, and what label and verdict need to
// know of the page beside them.
//
// Every number is a share, a logarithm or a flag, so that pages of any size compare, and none
// depends on the language but for the phrases. Cost is linear in blocks and containers.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "judge/containers.hpp"
#include "judge/hints.hpp"
#include "judge/prompts.hpp"
#include "judge/texts.hpp"
#include "page/document.hpp"

namespace thresh::judge {

enum class Feature : std::uint8_t {
#define THRESH_FEATURE(enumerator, meaning) enumerator,
#include "judge/features.inc"
#undef THRESH_FEATURE
  kCount
};
inline constexpr std::size_t kFeatureCount = static_cast<std::size_t>(Feature::kCount);

class FeatureRow {
 public:
  float operator[](Feature feature) const { return values_[static_cast<std::size_t>(feature)]; }
  float& operator[](Feature feature) { return values_[static_cast<std::size_t>(feature)]; }
  const std::array<float, kFeatureCount>& values() const { return values_; }

 private:
  std::array<float, kFeatureCount> values_{};
};

struct Measures {
  Texts texts;
  std::vector<Prompt> prompts;  // one a block
  std::vector<bool> prose;      // of each block: is_prose(), and no prompt
  BlockSums sums;
  std::vector<LabelSet> hints;            // of each container, by itself
  std::vector<LabelSet> inherited_hints;  // and of those it stands in (inherit_hints())

  std::uint32_t body = 0;         // the smallest container with half of the prose
  std::uint32_t first_prose = 0;  // blocks of the body; both its end if it has no prose
  std::uint32_t last_prose = 0;
  std::uint32_t headline = page::kNone;  // block

  std::vector<FeatureRow> rows{};  // a row a block
};

Measures measure(const page::Document& document);

}  // namespace thresh::judge
