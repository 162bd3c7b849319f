#include <cmath>

#include "judge/judge.hpp"

namespace thresh::judge {

std::vector<float> score(const Measures& measures, const Model& model) {
  std::vector<float> scores;
  scores.reserve(measures.rows.size());
  for (const FeatureRow& row : measures.rows) {
    float logit = model.bias;
    for (std::size_t i = 0; i < kFeatureCount; ++i) logit += model.weights[i] * row.values()[i];
    scores.push_back(1 / (1 + std::exp(-logit)));
  }
  return scores;
}

}  // namespace thresh::judge
