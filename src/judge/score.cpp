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

// More blocks than any real page has.
constexpr std::size_t kMostBlocks = 50'000;

// Blocks whose features are in memory at once: nearly all pages have fewer.
constexpr std::uint32_t kPart = 2048;

void add_scores(const FeatureTable& table, const Model& model, Scores& scores) {
  for (const float logit : sum_leaves<1>(model.body, table)) {
    scores.body.push_back(1 / (1 + std::exp(-logit)));
  }
  const std::vector<float> labels = sum_leaves<kLanes>(model.labels, table);
  for (std::size_t i = 0; i < table.rows(); ++i) {
    scores.labels.push_back(probabilities(labels.data() + i * kLanes));
  }
}

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
  const Tabulator tabulator(document, measures, evidence);
  Scores scores;
  scores.page_types = evidence.page_types;
  const auto blocks = static_cast<std::uint32_t>(document.blocks.size());
  scores.body.reserve(blocks);
  scores.labels.reserve(blocks);
  for (std::uint32_t first = 0; first < blocks; first += kPart) {
    add_scores(tabulator.table(first, std::min(blocks, first + kPart)), model, scores);
  }
  return scores;
}

}  // namespace thresh::judge
