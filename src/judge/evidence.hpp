// What the words of a block and the mark-up around it say by themselves, as logits of two linear
// models (evidence_table.hpp), before anything is known of its place on the page.
#pragma once

#include <vector>

#include "judge/evidence_table.hpp"
#include "judge/measures.hpp"
#include "page/document.hpp"

namespace thresh::judge {

struct Evidence {
  std::vector<Lanes> text;    // a row a block
  std::vector<Lanes> markup;  // a row a block
};

Evidence weigh(const page::Document& document, const Measures& measures,
               const EvidenceTable& text_table, const EvidenceTable& markup_table);

}  // namespace thresh::judge
