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

// An <h1> of a few words that says some of the title is the headline, even if a subheading says
// more of it: the declared title is often a shorter one, made for search engines.
double heading_bonus(const page::Block& block, double overlap) {
  constexpr double kSomeOverlap = 0.3;
  constexpr std::uint32_t kFewWords = 3;
  if (block.level == 1) return overlap >= kSomeOverlap && block.words >= kFewWords ? 0.6 : 0.25;
  return block.level == 2 ? 0.08 : 0;
}

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
    if (heading) score += heading_bonus(block, overlap);
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
