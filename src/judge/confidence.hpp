// How good the text is expected to be, by what the scores and decisions of a page are like.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "judge/judge.hpp"

namespace thresh::judge {

enum class PageFact : std::uint8_t {
#define THRESH_PAGE_FACT(enumerator, meaning) enumerator,
#include "judge/page_facts.inc"
#undef THRESH_PAGE_FACT
  kCount
};
using PageFacts = std::array<float, static_cast<std::size_t>(PageFact::kCount)>;

PageFacts page_facts(const page::Document& document, const Measures& measures, const Scores& scores,
                     const Decisions& decisions);

// The expected F1 of the words of the text, 0 to 1. trees: Model::confidence.
double confidence(const PageFacts& facts, const Trees& trees);

}  // namespace thresh::judge
