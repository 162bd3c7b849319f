#include "judge/model.hpp"

namespace thresh::judge {
namespace {

constexpr Model kBuiltin = [] {
  Model model;
#define THRESH_BIAS(value) model.bias = value;
#define THRESH_WEIGHT(feature, value) \
  model.weights[static_cast<std::size_t>(Feature::feature)] = value;
#include "judge/model.inc"
#undef THRESH_BIAS
#undef THRESH_WEIGHT
  return model;
}();

}  // namespace

const Model& builtin_model() { return kBuiltin; }

}  // namespace thresh::judge
