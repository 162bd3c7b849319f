// The trained table: a weight a feature and a bias, for a logistic regression.
#pragma once

#include <array>

#include "judge/features.hpp"

namespace thresh::judge {

struct Model {
  float bias = 0;
  std::array<float, kFeatureCount> weights{};
};

// Made by src/train, compiled in from model.inc.
const Model& builtin_model();

}  // namespace thresh::judge
