// The judge's stages, in the order extract.cpp calls them. Each returns its own column, indexed by
// block; none changes the Document.
#pragma once

#include <optional>
#include <vector>

#include "judge/decision.hpp"
#include "judge/measures.hpp"
#include "judge/model.hpp"
#include "page/document.hpp"
#include "thresh/options.hpp"

namespace thresh::judge {

struct Scores {
  std::vector<float> body;    // P(body) of each block, 0 to 1
  std::vector<Lanes> labels;  // P of each of kLaneLabels, of each block; empty: not known
  PageTypes page_types{};     // all 0: not known

  Lanes labels_of(std::uint32_t block) const { return labels.empty() ? Lanes{} : labels[block]; }
};

// type: what the page is known to be.
Scores score(const page::Document& document, const Measures& measures, const Model& model,
             std::optional<PageType> type = std::nullopt);

// Keeps or strips each block and says as what and why.
Decisions label(const page::Document& document, const Measures& measures, const Scores& scores,
                Focus focus = Focus::kBalanced);

// What the page is, by what was kept and stripped. access: what the page says of it.
Verdict verdict(const page::Document& document, const Decisions& decisions,
                Access access = Access::kUnknown);

}  // namespace thresh::judge
