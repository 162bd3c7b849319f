// Finds what asks the reader for something: newsletter boxes, subscription offers, appeals, consent
// dialogs. Wording, form and the names in the mark-up decide together, and a small container is
// judged as one, so that its single lines ("Monthly", "Continue") need not tell.
//
// Never: strips on a word alone. An article about donations or cookies uses the same words; what it
// lacks is their density, the form fields, and being small.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "judge/forms.hpp"
#include "judge/hints.hpp"
#include "judge/texts.hpp"
#include "page/document.hpp"

namespace thresh::judge {

struct Prompt {
  bool found = false;
  Label label = Label::kOther;  // one of five, kOther for a dialog that tells none
  std::string_view reason;      // static
};

// One a block. hints: container_hints().
std::vector<Prompt> find_prompts(const page::Document& document, const Texts& texts,
                                 const std::vector<LabelSet>& hints, const Forms& forms);

}  // namespace thresh::judge
