// What the words of a block and the mark-up around it say by themselves, as logits of linear models
// (evidence_table.hpp), before anything is known of its place on the page; and what the page as a
// whole says of its type.
#pragma once

#include <array>
#include <vector>

#include "judge/evidence_table.hpp"
#include "judge/measures.hpp"
#include "page/document.hpp"
#include "thresh/article.hpp"

namespace thresh::judge {

using PageTypes = std::array<float, kPageTypeCount>;  // P of each; their sum is 1

struct Evidence {
  std::vector<Lanes> text;    // a row a block
  std::vector<Lanes> markup;  // a row a block
  PageTypes page_types;
};

struct EvidenceTables {
  const EvidenceTable* text = nullptr;
  const EvidenceTable* markup = nullptr;
  const EvidenceTable* page = nullptr;  // lanes from kFirstTypeLane are types of pages
};
inline constexpr std::size_t kFirstTypeLane = 1;

Evidence weigh(const page::Document& document, const Measures& measures,
               const EvidenceTables& tables);

// As sure as weigh() ever is.
PageTypes surely(PageType type);

}  // namespace thresh::judge
