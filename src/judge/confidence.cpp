#include "judge/confidence.hpp"

#include <algorithm>
#include <cmath>

namespace thresh::judge {
namespace {

struct Sums {
  float page = 0;  // words
  float body = 0;  // expected: words × score
  float kept = 0;
  float kept_body = 0;
  float doubt = 0;
  float prose = 0;
  float kept_prose = 0;
  float kept_links = 0;
  float kept_in_body = 0;
  float kept_headings = 0;
  float kept_prompts = 0;  // words × P
  float kept_blocks = 0;
  float lowest = 1;
  float runs = 0;
  float run = 0;
  float longest_run = 0;
};

float ratio(float part, float whole) { return whole > 0 ? part / whole : 0; }

class Summer {
 public:
  Summer(const page::Document& document, const Measures& measures, const Scores& scores,
         const Decisions& decisions)
      : document_(document), measures_(measures), scores_(scores), decisions_(decisions) {}

  Sums sum() {
    for (std::uint32_t i = 0; i < decisions_.size(); ++i) {
      add(i);
      if (is_in_text(decisions_[i])) {
        add_kept(i);
      } else {
        sums_.run = 0;
      }
    }
    return sums_;
  }

 private:
  void add(std::uint32_t i) {
    const float words = static_cast<float>(document_.blocks[i].words);
    const float score = scores_.body[i];
    sums_.page += words;
    sums_.body += words * score;
    if (score > 0.2F && score < 0.8F) sums_.doubt += words;
    if (measures_.prose[i]) sums_.prose += words;
  }

  void add_kept(std::uint32_t i) {
    const page::Block& block = document_.blocks[i];
    const float words = static_cast<float>(block.words);
    sums_.kept += words;
    sums_.kept_body += words * scores_.body[i];
    sums_.lowest = std::min(sums_.lowest, scores_.body[i]);
    sums_.kept_links += static_cast<float>(block.link_words);
    if (measures_.prose[i]) sums_.kept_prose += words;
    if (contains(document_, measures_.body, block.container)) sums_.kept_in_body += words;
    if (block.type == page::BlockType::kHeading) sums_.kept_headings += words;
    sums_.kept_prompts += words * prompt_probability(scores_.labels_of(i));
    sums_.kept_blocks += 1;
    if (sums_.run == 0) sums_.runs += 1;
    sums_.run += words;
    sums_.longest_run = std::max(sums_.longest_run, sums_.run);
  }

  const page::Document& document_;
  const Measures& measures_;
  const Scores& scores_;
  const Decisions& decisions_;
  Sums sums_;
};

}  // namespace

PageFacts page_facts(const page::Document& document, const Measures& measures, const Scores& scores,
                     const Decisions& decisions) {
  const Sums sums = Summer(document, measures, scores, decisions).sum();
  const Totals page = measures.sums.page();
  PageFacts facts{};
  const auto fact = [&](PageFact which) -> float& {
    return facts[static_cast<std::size_t>(which)];
  };
  fact(PageFact::kExpectedF1) = ratio(2 * sums.kept_body, sums.kept + sums.body);
  fact(PageFact::kKeptScore) = ratio(sums.kept_body, sums.kept);
  fact(PageFact::kLowestScore) = sums.lowest;
  fact(PageFact::kStrippedScore) = ratio(sums.body - sums.kept_body, sums.page - sums.kept);
  fact(PageFact::kDoubt) = ratio(sums.doubt, sums.page);
  fact(PageFact::kDoubtOfKept) = std::min(2.0F, ratio(sums.doubt, sums.kept));
  fact(PageFact::kKeptWords) = std::log1p(sums.kept);
  fact(PageFact::kPageWords) = std::log1p(sums.page);
  fact(PageFact::kKeptShare) = ratio(sums.kept, sums.page);
  fact(PageFact::kKeptBlocks) = std::log1p(sums.kept_blocks);
  fact(PageFact::kBlockWords) = std::log1p(ratio(sums.kept, sums.kept_blocks));
  fact(PageFact::kKeptProse) = ratio(sums.kept_prose, sums.kept);
  fact(PageFact::kKeptLinks) = ratio(sums.kept_links, sums.kept);
  fact(PageFact::kKeptInBody) = ratio(sums.kept_in_body, sums.kept);
  fact(PageFact::kKeptHeadings) = ratio(sums.kept_headings, sums.kept);
  fact(PageFact::kKeptPrompts) = ratio(sums.kept_prompts, sums.kept);
  fact(PageFact::kRuns) = ratio(sums.runs, sums.kept_blocks);
  fact(PageFact::kLongestRun) = ratio(sums.longest_run, sums.kept);
  fact(PageFact::kProseLost) = ratio(sums.prose - sums.kept_prose, sums.prose);
  fact(PageFact::kLinks) = ratio(static_cast<float>(page.link_words), sums.page);
  fact(PageFact::kProse) = ratio(sums.prose, sums.page);
  fact(PageFact::kHeadline) = measures.headline != page::kNone ? 1.0F : 0.0F;
  std::copy(scores.page_types.begin(), scores.page_types.end(), &fact(PageFact::kArticle));
  return facts;
}

double confidence(const PageFacts& facts, const Trees& trees) {
  FeatureTable table(1, facts.size());
  for (std::size_t i = 0; i < facts.size(); ++i) *table.column(i) = facts[i];
  const float logit = sum_leaves<1>(trees, table)[0];
  return 1 / (1 + std::exp(-static_cast<double>(logit)));
}

}  // namespace thresh::judge
