// How high a score must be on this page: pages whose blocks all look doubtful are cut less strictly
// than pages where the body stands out.
#pragma once

#include <vector>

#include "page/document.hpp"
#include "thresh/options.hpp"

namespace thresh::judge {

// For Focus::kBalanced, the threshold that makes the expected F1 of the kept words largest, if the
// scores are taken for what they are, probabilities; within bounds that keep a page of one kind
// from losing all or keeping all. possible: the blocks that no rule has decided. Higher for
// kPrecision, lower for kRecall.
float choose_threshold(const page::Document& document, const std::vector<float>& scores,
                       const std::vector<bool>& possible, Focus focus);

}  // namespace thresh::judge
