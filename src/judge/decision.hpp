// What the judge says of each block: one Decision a block of the Document, in the same order.
#pragma once

#include <string>
#include <vector>

#include "thresh/article.hpp"

namespace thresh::judge {

struct Decision {
  bool keep = false;  // part of the body, or kept beside it (title, caption)
  Label label = Label::kOther;
  float score = 0;     // how much it looks like body: 0 to 1
  std::string reason;  // for people: "link list, 92 % links"
};

// Kept, and not beside the body.
inline bool is_in_text(const Decision& decision) {
  return decision.keep && label_group(decision.label) == LabelGroup::kBody;
}

using Decisions = std::vector<Decision>;

}  // namespace thresh::judge
