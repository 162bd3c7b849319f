#include "judge/model.hpp"

#include <limits>

namespace thresh::judge {
namespace {

#include "judge/model.inc"

static_assert(kLabels.outputs == kLanes && kBody.outputs == 1);

}  // namespace

const Model& builtin_model() {
  static const EvidenceTable text(kTextPresent, kTextRows, kTextScale, kTextBias);
  static const EvidenceTable markup(kMarkupPresent, kMarkupRows, kMarkupScale, kMarkupBias);
  static const Model model = {&text, &markup, kBody, kLabels};
  return model;
}

}  // namespace thresh::judge
