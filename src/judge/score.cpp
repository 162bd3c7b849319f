#include <algorithm>
#include <cmath>

#include "judge/evidence.hpp"
#include "judge/features.hpp"
#include "judge/judge.hpp"

namespace thresh::judge {
namespace {

// Softmax.
Lanes probabilities(const float* logits) {
  Lanes lanes;
  const float most = *std::max_element(logits, logits + kLanes);
  float sum = 0;
  for (std::size_t lane = 0; lane < kLanes; ++lane) {
    lanes[lane] = std::exp(logits[lane] - most);
    sum += lanes[lane];
  }
  for (float& lane : lanes) lane /= sum;
  return lanes;
}

// A row of features is some hundred numbers: of more blocks than any real page has, they would not
// fit in what a page may take.
constexpr std::size_t kMostBlocks = 50'000;

// The container rule alone: prose in the smallest container with half of the prose is body.
Scores score_by_container(const page::Document& document, const Measures& measures) {
  Scores scores;
  for (std::uint32_t i = 0; i < document.blocks.size(); ++i) {
    const bool inside = contains(document, measures.body, document.blocks[i].container);
    scores.body.push_back(inside && measures.prose[i] ? 0.9F : 0.1F);
  }
  return scores;
}

}  // namespace

Scores score(const page::Document& document, const Measures& measures, const Model& model,
             std::optional<PageType> type) {
  if (document.blocks.size() > kMostBlocks) return score_by_container(document, measures);
  Evidence evidence = weigh(document, measures, model.evidence);
  if (type) evidence.page_types = surely(*type);
  const FeatureTable table = tabulate(document, measures, evidence);
  Scores scores;
  scores.page_types = evidence.page_types;
  scores.body = sum_leaves<1>(model.body, table);
  for (float& score : scores.body) score = 1 / (1 + std::exp(-score));
  const std::vector<float> labels = sum_leaves<kLanes>(model.labels, table);
  scores.labels.reserve(table.rows());
  for (std::size_t i = 0; i < table.rows(); ++i) {
    scores.labels.push_back(probabilities(labels.data() + i * kLanes));
  }
  return scores;
}

}  // namespace thresh::judge
