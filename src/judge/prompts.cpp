#include "judge/prompts.hpp"

#include <algorithm>
#include <array>

#include "judge/containers.hpp"

namespace thresh::judge {
namespace {

using page::Block;
using page::BlockType;
using page::Container;

constexpr std::array kKinds = {Label::kConsent, Label::kNewsletter, Label::kAppeal,
                               Label::kSubscription};

constexpr std::string_view kNamed = "named like a prompt in the mark-up, and worded like one";
constexpr std::string_view kBox = "a small box that asks the reader for something";
constexpr std::string_view kLine = "asks the reader for something";
constexpr std::string_view kBeside = "part of a box that asks the reader for something";

// What a range of blocks holds. Evidence is the summed strength of phrases by kind.
struct Sums {
  std::array<std::uint32_t, kKinds.size()> evidence{};
  std::uint32_t asks = 0;  // evidence of all kinds without topics
  std::uint32_t words = 0;
  std::uint32_t prose = 0;
  std::uint32_t controls = 0;
  std::uint32_t headlines = 0;  // h1
};

Sums operator-(Sums a, const Sums& b) {
  for (std::size_t k = 0; k < kKinds.size(); ++k) a.evidence[k] -= b.evidence[k];
  a.asks -= b.asks;
  a.words -= b.words;
  a.prose -= b.prose;
  a.controls -= b.controls;
  a.headlines -= b.headlines;
  return a;
}

class Finder {
 public:
  Finder(const page::Document& document, const Texts& texts, const std::vector<LabelSet>& hints)
      : document_(document), hints_(hints), prompts_(document.blocks.size()) {
    sum_blocks(texts);
    count_fields();
  }

  std::vector<Prompt> find() {
    judge_containers();
    judge_lines();
    widen();
    return std::move(prompts_);
  }

 private:
  void sum_blocks(const Texts& texts) {
    before_.reserve(document_.blocks.size() + 1);
    Sums sums;
    before_.push_back(sums);
    auto hit = texts.phrases.begin();
    for (std::uint32_t i = 0; i < document_.blocks.size(); ++i) {
      const Block& block = document_.blocks[i];
      for (; hit != texts.phrases.end() && hit->block == i; ++hit) {
        for (std::size_t k = 0; k < kKinds.size(); ++k) {
          if (hit->label != kKinds[k]) continue;
          sums.evidence[k] += static_cast<std::uint32_t>(hit->strength);
          if (hit->strength != PhraseStrength::kTopic) {
            sums.asks += static_cast<std::uint32_t>(hit->strength);
          }
        }
      }
      sums.words += block.words;
      if (is_prose(block)) sums.prose += block.words;
      if (block.type == BlockType::kControl) ++sums.controls;
      if (block.type == BlockType::kHeading && block.level == 1) ++sums.headlines;
      before_.push_back(sums);
    }
  }

  // fields_[c]: form fields in container c and all in it; field_before_[i]: one stands right before
  // block i.
  void count_fields() {
    fields_.assign(document_.containers.size(), 0);
    field_before_.assign(document_.blocks.size() + 1, false);
    for (std::size_t c = document_.containers.size(); c-- > 0;) {
      const Container& container = document_.containers[c];
      fields_[c] += container.inputs;
      if (container.parent != page::kNone) fields_[container.parent] += fields_[c];
      if (container.inputs > 0 && container.first_block == container.end_block) {
        field_before_[container.first_block] = true;
      }
    }
  }

  Sums of(std::uint32_t first, std::uint32_t end) const { return before_[end] - before_[first]; }

  // The kind with the most evidence; a name in the mark-up outweighs it.
  static std::size_t strongest(const Sums& sums, LabelSet names) {
    std::size_t best = 0;
    std::uint32_t most = 0;
    for (std::size_t k = 0; k < kKinds.size(); ++k) {
      const std::uint32_t weight = 2 * sums.evidence[k] + (names.has(kKinds[k]) ? 5 : 0);
      if (weight > most) {
        most = weight;
        best = k;
      }
    }
    return best;
  }

  void judge_containers() {
    for (std::uint32_t c = 1; c < document_.containers.size();) {
      const Container& container = document_.containers[c];
      const Sums sums = of(container.first_block, container.end_block);
      const std::size_t kind = strongest(sums, hints_[c]);
      std::string_view reason;
      if (is_named_prompt(c, sums, kind)) reason = kNamed;
      if (reason.empty() && is_box(c, sums, kind)) reason = kBox;
      if (reason.empty()) {
        ++c;
        continue;
      }
      for (std::uint32_t i = container.first_block; i < container.end_block; ++i) {
        prompts_[i] = {true, kKinds[kind], reason};
      }
      c = container.end;
    }
  }

  bool is_named_prompt(std::uint32_t c, const Sums& sums, std::size_t kind) const {
    constexpr std::uint32_t kShort = 60;  // words that need no further evidence
    constexpr std::uint32_t kBoxWords = 400;
    constexpr LabelSet kNames = {Label::kConsent, Label::kNewsletter, Label::kAppeal,
                                 Label::kSubscription};
    if (!hints_[c].overlaps(kNames) || sums.words == 0 || sums.headlines > 0) return false;
    if (holds_body(sums)) return is_consent_dialog(c, sums);
    const bool form = fields_[c] > 0 || sums.controls > 0;
    const std::uint32_t evidence = sums.evidence[kind] + (form ? 1 : 0);
    if (sums.words <= kShort) return evidence > 0 || sums.prose == 0;
    if (sums.words <= kBoxWords) return evidence >= 2;
    return is_consent_dialog(c, sums);
  }

  // These may be longer than the article they lie over.
  bool is_consent_dialog(std::uint32_t c, const Sums& sums) const {
    constexpr std::size_t kConsent = 0;
    static_assert(kKinds[kConsent] == Label::kConsent);
    return hints_[c].has(Label::kConsent) && sums.headlines == 0 && sums.controls >= 2 &&
           sums.evidence[kConsent] >= 6 && 50 * sums.evidence[kConsent] >= sums.words;
  }

  // No prompt of another kind holds that much of the page's prose.
  bool holds_body(const Sums& sums) const {
    return 4 * sums.prose > before_.back().prose && sums.prose > 100;
  }

  bool is_box(std::uint32_t c, const Sums& sums, std::size_t kind) const {
    constexpr std::uint32_t kBoxWords = 150;
    if (sums.words == 0 || sums.words > kBoxWords || sums.headlines > 0 || holds_body(sums)) {
      return false;
    }
    const bool form = fields_[c] > 0 || sums.controls > 0;
    const std::uint32_t evidence = sums.evidence[kind];
    if (sums.asks < 2) return false;
    return form ? evidence >= 3 && 20 * evidence >= sums.words
                : evidence >= 4 && 12 * evidence >= sums.words;
  }

  void judge_lines() {
    constexpr std::uint32_t kShort = 12;
    constexpr std::uint32_t kParagraph = 60;
    for (std::uint32_t i = 0; i < document_.blocks.size(); ++i) {
      const Sums sums = of(i, i + 1);
      if (prompts_[i].found || sums.asks == 0 || sums.words > kParagraph || sums.headlines > 0) {
        continue;
      }
      const std::size_t kind = strongest(sums, {});
      const std::uint32_t evidence = sums.evidence[kind];
      const bool short_ask = sums.words <= kShort && evidence >= 3;
      const bool dense = evidence >= 4 && 10 * evidence >= sums.words;
      const bool by_field = evidence >= 2 && (field_before_[i] || field_before_[i + 1]);
      if (short_ask || dense || by_field) prompts_[i] = {true, kKinds[kind], kLine};
    }
  }

  // Short lines next to a prompt, and a sentence with only a form field between, belong to it.
  void widen() {
    for (std::uint32_t i = 1; i < prompts_.size(); ++i) widen_from(i - 1, i);
    for (std::uint32_t i = static_cast<std::uint32_t>(prompts_.size()); i-- > 1;) {
      widen_from(i, i - 1);
    }
  }

  void widen_from(std::uint32_t prompt, std::uint32_t other) {
    constexpr std::uint32_t kShort = 8;
    constexpr std::uint32_t kSentence = 40;
    if (!prompts_[prompt].found || prompts_[other].found) return;
    const Block& a = document_.blocks[prompt];
    const Block& b = document_.blocks[other];
    if (parent_of(a) != parent_of(b) || b.type == BlockType::kHeading) return;
    const bool field_between = field_before_[std::max(prompt, other)];
    const bool line = b.words <= kShort && b.sentences == 0 && b.link_words == 0;
    if (line || (field_between && b.words <= kSentence)) {
      prompts_[other] = {true, prompts_[prompt].label, kBeside};
    }
  }

  std::uint32_t parent_of(const Block& block) const {
    return document_.containers[block.container].parent;
  }

  const page::Document& document_;
  const std::vector<LabelSet>& hints_;
  std::vector<Prompt> prompts_;
  std::vector<Sums> before_;  // of all blocks before each block
  std::vector<std::uint32_t> fields_;
  std::vector<bool> field_before_;
};

}  // namespace

std::vector<Prompt> find_prompts(const page::Document& document, const Texts& texts,
                                 const std::vector<LabelSet>& hints) {
  return Finder(document, texts, hints).find();
}

}  // namespace thresh::judge
