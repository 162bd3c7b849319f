// The judge's stages, in the order extract.cpp calls them. Each returns its own column, indexed by
// block; none changes the Document.
#pragma once

#include <vector>

#include "judge/decision.hpp"
#include "judge/features.hpp"
#include "judge/model.hpp"
#include "page/document.hpp"
#include "thresh/article.hpp"

namespace thresh::judge {

// P(content) of each block, 0 to 1.
std::vector<float> score(const Measures& measures, const Model& model);

// Keeps or strips each block and says as what and why.
Decisions label(const page::Document& document, const Measures& measures,
                const std::vector<float>& scores);

// What the page is, by what was kept.
Verdict verdict(const page::Document& document, const Decisions& decisions);

}  // namespace thresh::judge
