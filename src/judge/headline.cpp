#include "judge/headline.hpp"

#include "judge/containers.hpp"

namespace thresh::judge {
namespace {

bool named_title(const page::Document& document, const std::vector<LabelSet>& hints,
                 std::uint32_t container) {
  const std::uint32_t parent = document.containers[container].parent;
  return hints[container].has(Label::kTitle) ||
         (parent != page::kNone && hints[parent].has(Label::kTitle));
}

double level_bonus(std::uint8_t level) { return level == 1 ? 0.25 : level == 2 ? 0.08 : 0; }

}  // namespace

std::uint32_t find_headline(const page::Document& document, const Texts& texts,
                            const std::vector<LabelSet>& hints, std::uint32_t body) {
  constexpr double kLeastScore = 0.34;
  constexpr double kPlainTextOverlap = 0.8;  // a text that is no heading must say the title itself
  double best_score = kLeastScore;
  std::uint32_t best = page::kNone;
  std::uint32_t first_h1 = page::kNone;
  const double count = static_cast<double>(document.blocks.size());
  for (std::uint32_t i = 0; i < document.blocks.size(); ++i) {
    const page::Block& block = document.blocks[i];
    const double overlap = static_cast<double>(texts.blocks[i].title_overlap);
    const bool heading = block.type == page::BlockType::kHeading;
    if (heading && block.level == 1 && !block.hidden && first_h1 == page::kNone) first_h1 = i;
    if (overlap == 0) continue;
    if (!heading && overlap < kPlainTextOverlap && !named_title(document, hints, block.container)) {
      continue;
    }
    double score = overlap - 0.05 * i / count;
    if (heading) score += level_bonus(block.level);
    if (block.hidden) score -= 0.2;
    if (2 * block.link_words > block.words) score -= 0.3;
    if (contains(document, body, block.container)) score += 0.1;
    if (score > best_score) {
      best_score = score;
      best = i;
    }
  }
  return best != page::kNone ? best : first_h1;
}

}  // namespace thresh::judge
