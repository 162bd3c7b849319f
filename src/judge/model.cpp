#include "judge/model.hpp"

#include <limits>

namespace thresh::judge {
namespace {

#include "judge/model.inc"

static_assert(kLabels.outputs == kLanes && kBody.outputs == 1 && kConfidence.outputs == 1);

}  // namespace

const Model& builtin_model() {
  static const EvidenceTable text(kTextPresent, kTextRows, kTextScale, kTextBias);
  static const EvidenceTable markup(kMarkupPresent, kMarkupRows, kMarkupScale, kMarkupBias);
  static const EvidenceTable page(kPagePresent, kPageRows, kPageScale, kPageBias);
  static const Model model = {{&text, &markup, &page}, kBody, kLabels, kConfidence};
  return model;
}

}  // namespace thresh::judge
