// Names what was stripped: Document and Measures → a label of the stripped kind and the reason, for
// a block that is not kept. Prompts are found before (prompts.hpp); this tells the rest apart by
// the names in the mark-up, phrases, links and place.
#pragma once

#include <string>
#include <vector>

#include "judge/decision.hpp"
#include "judge/evidence_table.hpp"
#include "judge/measures.hpp"
#include "page/document.hpp"

namespace thresh::judge {

class StrippedLabels {
 public:
  StrippedLabels(const page::Document& document, const Measures& measures);

  // The decision for block i if it is not kept; labels: how likely it is each of kLaneLabels.
  Decision of(std::uint32_t i, const Lanes& labels) const;

 private:
  Decision by_name(std::uint32_t i) const;
  Decision by_phrase(std::uint32_t i) const;
  Decision by_links(std::uint32_t i) const;
  Decision by_place(std::uint32_t i) const;

  const page::Document& document_;
  const Measures& measures_;
  std::vector<Label> named_;  // of each container: the nearest name, kParagraph for none
  std::vector<std::uint32_t> first_phrase_;  // of each block; one more for the end
};

}  // namespace thresh::judge
