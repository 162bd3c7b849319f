#include <algorithm>
#include <unordered_map>

#include "judge/judge.hpp"
#include "judge/strays.hpp"
#include "judge/stripped.hpp"
#include "judge/threshold.hpp"

namespace thresh::judge {
namespace {

using page::Block;
using page::BlockType;
using page::kNone;

// Shorter texts may stand twice in a body ("Yes.", "Ingredients").
constexpr std::uint32_t kMinRepeatedWords = 8;

Label body_label(const Block& block) {
  switch (block.type) {
    case BlockType::kHeading:
      return Label::kHeading;
    case BlockType::kListItem:
      return Label::kList;
    case BlockType::kCode:
      return Label::kCode;
    case BlockType::kTableCell:
      return Label::kTable;
    default:
      return block.quote_depth > 0 ? Label::kQuote : Label::kParagraph;
  }
}

class Labeller {
 public:
  Labeller(const page::Document& document, const Measures& measures, const Scores& scores,
           Focus focus)
      : document_(document),
        measures_(measures),
        scores_(scores),
        focus_(focus),
        stripped_(document, measures),
        kept_(document.blocks.size()),
        strength_(document.blocks.size()),
        is_copy_(document.blocks.size()) {}

  Decisions label() {
    select();
    drop_copies();
    find_extent();
    Decisions decisions;
    decisions.reserve(document_.blocks.size());
    for (std::uint32_t i = 0; i < document_.blocks.size(); ++i) {
      decisions.push_back(decide(i));
      decisions.back().score = scores_.body[i];
    }
    return decisions;
  }

 private:
  // By rule and score; a data table as a whole.
  void select() {
    std::vector<bool> possible(kept_.size());
    for (std::uint32_t i = 0; i < kept_.size(); ++i) {
      possible[i] = i != measures_.headline && !is_ruled_out(i);
    }
    const float threshold = choose_threshold(document_, scores_.body, possible, focus_);
    for (std::uint32_t i = 0; i < kept_.size();) {
      const std::uint32_t end = end_of_table(i);
      Unit unit;
      for (std::uint32_t k = i; k < end; ++k) {
        const float words = static_cast<float>(document_.blocks[k].words) + 0.01F;
        unit.words += words;
        unit.score += words * scores_.body[k];
        if (possible[k]) unit.possible_words += words;
      }
      const bool keep =
          unit.score >= threshold * unit.words && 2 * unit.possible_words > unit.words;
      std::fill(kept_.begin() + i, kept_.begin() + end, keep);
      std::fill(strength_.begin() + i, strength_.begin() + end, unit.score / unit.words);
      i = end;
    }
  }

  // What a rule or the names of prompts decide against whatever the score: asks among the body's
  // paragraphs look like body.
  bool is_ruled_out(std::uint32_t i) const {
    constexpr float kSure = 0.9F;
    return measures_.prompts[i].found || measures_.strays[i].found ||
           prompt_probability(scores_.labels_of(i)) > kSure;
  }

  struct Unit {
    float words = 0;
    float score = 0;           // summed over words
    float possible_words = 0;  // of blocks that no rule has decided
  };

  // Past the cells of the data table that block i starts; i + 1 for any other block.
  std::uint32_t end_of_table(std::uint32_t i) const {
    const std::uint32_t cell = document_.blocks[i].cell;
    if (cell == kNone) return i + 1;
    const std::uint32_t table = document_.cells[cell].table;
    std::uint32_t end = i + 1;
    while (end < document_.blocks.size() && document_.blocks[end].cell != kNone &&
           document_.cells[document_.blocks[end].cell].table == table) {
      ++end;
    }
    return end;
  }

  // Of texts that are the same, the one that looks most like body stays, whatever the threshold.
  void drop_copies() {
    std::unordered_map<std::uint64_t, std::uint32_t> best;
    for (std::uint32_t i = 0; i < kept_.size(); ++i) {
      const TextFacts& text = measures_.texts.blocks[i];
      if (!kept_[i] || text.copies < 2 || text.words < kMinRepeatedWords) continue;
      const auto [at, is_first] = best.emplace(text.hash, i);
      if (is_first) continue;
      const std::uint32_t other = at->second;
      const std::uint32_t copy = strength_[i] > strength_[other] ? other : i;
      if (copy == other) at->second = i;
      kept_[copy] = false;
      is_copy_[copy] = true;
    }
  }

  void find_extent() {
    const auto first = std::find(kept_.begin(), kept_.end(), true);
    first_kept_ = static_cast<std::uint32_t>(first - kept_.begin());
    const auto last = std::find(kept_.rbegin(), kept_.rend(), true);
    end_kept_ = static_cast<std::uint32_t>(kept_.rend() - last);
  }

  Decision decide(std::uint32_t i) const {
    if (first_kept_ < end_kept_) {
      if (i == measures_.headline) return keep(Label::kTitle, "the headline");
      if (is_caption(i)) return keep(Label::kCaption, "caption of an image in the body");
    }
    if (kept_[i])
      return keep(is_summary(i) ? Label::kSummary : body_label(document_.blocks[i]),
                  reason_to_keep(i));
    if (is_copy_[i]) return {false, Label::kOther, 0, "repeated on the page"};
    return stripped_.of(i, scores_.labels_of(i));
  }

  static Decision keep(Label label, std::string_view reason) {
    return {true, label, 0, std::string(reason)};
  }

  std::string_view reason_to_keep(std::uint32_t i) const {
    const bool in_body = contains(document_, measures_.body, document_.blocks[i].container);
    if (measures_.prose[i]) return in_body ? "prose among the page's prose" : "prose";
    return in_body ? "among the page's prose" : "looks like body";
  }

  bool is_caption(std::uint32_t i) const {
    const Block& block = document_.blocks[i];
    const bool stray = measures_.strays[i].found && measures_.strays[i].label == Label::kCaption;
    if (i > end_kept_ || measures_.prompts[i].found) return false;
    if (!stray && block.type != BlockType::kCaption) return false;
    const std::uint32_t headline = measures_.headline;
    if (i < first_kept_ && headline != kNone) return i + 1 >= headline;
    return stray || contains(document_, measures_.body, block.container);
  }

  bool is_summary(std::uint32_t i) const {
    return i == first_kept_ && measures_.headline != kNone && i > measures_.headline &&
           measures_.inherited_hints[document_.blocks[i].container].has(Label::kSummary);
  }

  const page::Document& document_;
  const Measures& measures_;
  const Scores& scores_;
  const Focus focus_;
  StrippedLabels stripped_;
  std::vector<bool> kept_;        // in the text
  std::vector<float> strength_;   // scores; of a table's cells the table's
  std::vector<bool> is_copy_;     // of a block that is kept
  std::uint32_t first_kept_ = 0;  // end_kept_ is the same if nothing is kept
  std::uint32_t end_kept_ = 0;
};

}  // namespace

Decisions label(const page::Document& document, const Measures& measures, const Scores& scores,
                Focus focus) {
  return Labeller(document, measures, scores, focus).label();
}

}  // namespace thresh::judge
