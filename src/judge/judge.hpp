// The judge's stages, in the order extract.cpp calls them. Each returns its own column, indexed by
// block; none changes the Document.
#pragma once

#include <vector>

#include "judge/decision.hpp"
#include "judge/measures.hpp"
#include "judge/model.hpp"
#include "page/document.hpp"
#include "thresh/article.hpp"

namespace thresh::judge {

struct Scores {
  std::vector<float> body;    // P(body) of each block, 0 to 1
  std::vector<Lanes> labels;  // P of each of kLaneLabels, of each block; empty: not known

  Lanes labels_of(std::uint32_t block) const { return labels.empty() ? Lanes{} : labels[block]; }
};

Scores score(const page::Document& document, const Measures& measures, const Model& model);

// Keeps or strips each block and says as what and why.
Decisions label(const page::Document& document, const Measures& measures, const Scores& scores);

// What the page is, by what was kept.
Verdict verdict(const page::Document& document, const Decisions& decisions);

}  // namespace thresh::judge
