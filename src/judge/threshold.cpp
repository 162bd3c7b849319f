#include "judge/threshold.hpp"

#include <algorithm>
#include <array>

namespace thresh::judge {
namespace {

constexpr std::size_t kBins = 40;
constexpr float kLowest = 0.2F;
constexpr float kHighest = 0.6F;

// What Focus makes of a threshold; even the highest of all is a score that real body has.
constexpr float kPrecisionRise = 0.25F;
constexpr float kRecallShare = 0.3F;

struct Bin {
  double words = 0;
  double expected = 0;  // of them body
};

}  // namespace

float choose_threshold(const page::Document& document, const std::vector<float>& scores,
                       const std::vector<bool>& possible, Focus focus) {
  std::array<Bin, kBins> bins;
  double body = 0;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    if (!possible[i]) continue;
    const double score = static_cast<double>(scores[i]);
    Bin& bin = bins[std::min(kBins - 1, static_cast<std::size_t>(score * kBins))];
    bin.words += document.blocks[i].words;
    bin.expected += score * document.blocks[i].words;
    body += score * document.blocks[i].words;
  }
  std::size_t best = kBins;
  double best_f1 = 0;
  Bin kept;
  for (std::size_t i = kBins; i-- > 0;) {
    kept.words += bins[i].words;
    kept.expected += bins[i].expected;
    const double f1 = kept.words > 0 ? 2 * kept.expected / (kept.words + body) : 0;
    if (f1 > best_f1) {
      best_f1 = f1;
      best = i;
    }
  }
  const float balanced = std::clamp(static_cast<float>(best) / kBins, kLowest, kHighest);
  switch (focus) {
    case Focus::kPrecision:
      return balanced + kPrecisionRise;
    case Focus::kRecall:
      return balanced * kRecallShare;
    default:
      return balanced;
  }
}

}  // namespace thresh::judge
