// measure: Document → facts of its blocks and containers, of which features, labels and verdict are
// made. Nothing here is learned. Cost is linear in blocks and containers.
#pragma once

#include <cstdint>
#include <vector>

#include "judge/containers.hpp"
#include "judge/forms.hpp"
#include "judge/hints.hpp"
#include "judge/prompts.hpp"
#include "judge/strays.hpp"
#include "judge/texts.hpp"
#include "page/document.hpp"

namespace thresh::judge {

struct Measures {
  std::vector<std::uint32_t> looks;  // of each container (find_looks())
  Texts texts;
  std::vector<Prompt> prompts;  // one a block
  std::vector<bool> prose;      // of each block: is_prose(), and no prompt
  BlockSums sums;
  std::vector<LabelSet> hints;            // of each container, by itself
  std::vector<LabelSet> inherited_hints;  // and of those it stands in (inherit_hints())
  Forms forms;
  std::vector<std::uint32_t> headings_above;  // of each block; page::kNone: none

  std::uint32_t body = 0;         // the smallest container with half of the prose
  std::uint32_t first_prose = 0;  // blocks of the body; both its end if it has no prose
  std::uint32_t last_prose = 0;
  std::uint32_t headline = page::kNone;  // block

  std::vector<Stray> strays{};  // one a block
};

Measures measure(const page::Document& document);

// Of each block the last heading before it, or page::kNone.
std::vector<std::uint32_t> headings_above(const page::Document& document);

}  // namespace thresh::judge
