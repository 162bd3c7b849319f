#include "judge/features.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "judge/headline.hpp"

namespace thresh::judge {
namespace {

using page::Block;
using page::BlockType;
using page::Container;
using page::kNone;

float log_of(double count) { return static_cast<float>(std::log1p(count)); }

float share(double part, double whole) {
  return whole > 0 ? static_cast<float>(part / whole) : 0.0F;
}

float flag(bool set) { return set ? 1.0F : 0.0F; }

// --- Containers
// -------------------------------------------------------------------------------------

// Names say nothing against a container with this share of the prose or of all words: a page
// wrapped in class="has-newsletter" is no newsletter.
constexpr double kBodyProseShare = 0.4;
constexpr double kBodyWordShare = 0.7;

std::vector<LabelSet> inherit(const page::Document& document, const BlockSums& sums,
                              const std::vector<LabelSet>& hints) {
  std::vector<LabelSet> inherited(hints.size());
  const Totals page = sums.page();
  for (std::uint32_t i = 1; i < document.containers.size(); ++i) {
    const Totals own = sums.of(document.containers[i]);
    const bool holds_body = page.prose_words > 0
                                ? own.prose_words >= kBodyProseShare * page.prose_words
                                : own.words >= kBodyWordShare * page.words;
    if (holds_body) {
      if (hints[i].has(Label::kParagraph)) inherited[i].add(Label::kParagraph);
      continue;
    }
    inherited[i] = inherited[document.containers[i].parent];
    inherited[i].add(hints[i]);
  }
  return inherited;
}

// For each container its nearest ancestor that holds more words, kNone if there is none.
std::vector<std::uint32_t> larger_ancestors(const page::Document& document, const BlockSums& sums) {
  std::vector<std::uint32_t> larger(document.containers.size(), kNone);
  for (std::uint32_t i = 1; i < document.containers.size(); ++i) {
    const std::uint32_t parent = document.containers[i].parent;
    const bool grows =
        sums.of(document.containers[parent]).words > sums.of(document.containers[i]).words;
    larger[i] = grows ? parent : larger[parent];
  }
  return larger;
}

// --- Patterns
// ---------------------------------------------------------------------------------------

// All containers that look alike: same tag and class, as have their parents and grandparents.
class Patterns {
 public:
  Patterns(const page::Document& document, const BlockSums& sums) {
    own_.reserve(document.containers.size());
    std::hash<std::string_view> hash;
    for (const Container& container : document.containers) {
      const std::string_view class_name = document.attribute(container, page::Attribute::kClass);
      own_.push_back(hash(class_name) * 31 + static_cast<std::uint64_t>(container.tag));
    }
    for (std::uint32_t i = 0; i < document.blocks.size(); ++i) {
      const std::uint64_t key = key_of(document, document.blocks[i].container);
      auto& totals = totals_[key];
      const Totals block = sums.of(i, i + 1);
      totals.words += block.words;
      totals.link_words += block.link_words;
      totals.blocks += 1;
    }
  }

  const Totals& of(const page::Document& document, std::uint32_t container) const {
    return totals_.at(key_of(document, container));
  }

 private:
  std::uint64_t key_of(const page::Document& document, std::uint32_t container) const {
    std::uint64_t key = 0;
    for (int level = 0; level < 3 && container != kNone; ++level) {
      key = key * 1099511628211U + own_[container];
      container = document.containers[container].parent;
    }
    return key;
  }

  std::vector<std::uint64_t> own_;
  std::unordered_map<std::uint64_t, Totals> totals_;
};

// --- Rows
// -------------------------------------------------------------------------------------------

class Measurer {
 public:
  Measurer(const page::Document& document, Measures& measures)
      : document_(document),
        measures_(measures),
        page_(measures.sums.page()),
        patterns_(document, measures.sums),
        larger_(larger_ancestors(document, measures.sums)) {
    locate_body();
  }

  FeatureRow row(std::uint32_t i) const {
    FeatureRow row;
    measure_text(i, row);
    measure_neighbours(i, row);
    measure_containers(i, row);
    measure_place(i, row);
    measure_hints(i, row);
    measure_pattern(i, row);
    return row;
  }

 private:
  void locate_body() {
    wide_body_ = smallest_with_prose(document_, measures_.sums, 0.85);
    const Container& body = document_.containers[measures_.body];
    first_prose_ = body.end_block;
    last_prose_ = body.first_block;
    for (std::uint32_t i = body.first_block; i < body.end_block; ++i) {
      if (!measures_.prose[i]) continue;
      first_prose_ = std::min(first_prose_, i);
      last_prose_ = i;
    }
    body_steps_.assign(document_.containers.size(), 0);
    std::uint32_t on_path = measures_.body;
    for (std::uint32_t steps = 0; on_path != kNone; ++steps) {
      body_steps_[on_path] = steps;
      on_path = document_.containers[on_path].parent;
    }
    for (std::uint32_t i = 1; i < document_.containers.size(); ++i) {
      if (!contains(document_, i, measures_.body)) {
        body_steps_[i] = body_steps_[document_.containers[i].parent];
      }
    }
  }

  void measure_text(std::uint32_t i, FeatureRow& row) const {
    const Block& block = document_.blocks[i];
    const TextFacts& text = measures_.texts.blocks[i];
    row[Feature::kWords] = log_of(block.words);
    row[Feature::kProse] = flag(measures_.prose[i]);
    row[Feature::kLinkShare] = share(block.link_words, block.words);
    row[Feature::kSentences] = log_of(block.sentences);
    row[Feature::kEndsSentence] = flag(text.ends_sentence);
    row[Feature::kCommas] = share(text.commas, text.words);
    row[Feature::kDigits] = share(text.numbers, text.words);
    row[Feature::kCapitals] = share(text.capitals, text.words);
    row[Feature::kHeading] = flag(block.type == BlockType::kHeading);
    row[Feature::kListItem] = flag(block.type == BlockType::kListItem);
    row[Feature::kCell] = flag(block.cell != kNone);
    row[Feature::kCode] = flag(block.type == BlockType::kCode);
    row[Feature::kControl] = flag(block.type == BlockType::kControl);
    row[Feature::kCaption] = flag(block.type == BlockType::kCaption);
    row[Feature::kParagraphTag] = flag(document_.containers[block.container].tag == page::Tag::kP);
    row[Feature::kHidden] = flag(block.hidden);
    row[Feature::kRepeated] = flag(text.repeated);
  }

  void measure_neighbours(std::uint32_t i, FeatureRow& row) const {
    constexpr std::uint32_t kAround = 4;
    const std::uint32_t count = static_cast<std::uint32_t>(document_.blocks.size());
    if (i > 0) {
      const Block& before = document_.blocks[i - 1];
      row[Feature::kWordsBefore] = log_of(before.words);
      row[Feature::kLinkShareBefore] = share(before.link_words, before.words);
    }
    if (i + 1 < count) {
      const Block& after = document_.blocks[i + 1];
      row[Feature::kWordsAfter] = log_of(after.words);
      row[Feature::kLinkShareAfter] = share(after.link_words, after.words);
      row[Feature::kHeadsProse] =
          flag(document_.blocks[i].type == BlockType::kHeading && measures_.prose[i + 1]);
    }
    const std::uint32_t first = i > kAround ? i - kAround : 0;
    const Totals around = measures_.sums.of(first, std::min(count, i + kAround + 1));
    row[Feature::kProseAround] = share(around.prose_words, around.words);
  }

  void measure_containers(std::uint32_t i, FeatureRow& row) const {
    const Block& block = document_.blocks[i];
    std::uint32_t inner = block.container;
    if (measures_.sums.of(document_.containers[inner]).words <= block.words) {
      inner = larger_[inner];
    }
    if (inner == kNone) return;
    const Totals in = measures_.sums.of(document_.containers[inner]);
    row[Feature::kInnerLinkShare] = share(in.link_words, in.words);
    row[Feature::kInnerProseShare] = share(in.prose_words, in.words);
    row[Feature::kInnerBlockWords] = log_of(static_cast<double>(share(in.words, in.blocks)));
    row[Feature::kInnerPageShare] = share(in.words, page_.words);
    const std::uint32_t outer = larger_[inner];
    const Totals out = outer == kNone ? in : measures_.sums.of(document_.containers[outer]);
    row[Feature::kOuterLinkShare] = share(out.link_words, out.words);
    row[Feature::kOuterProseShare] = share(out.prose_words, out.words);
    row[Feature::kOuterBlockWords] = log_of(static_cast<double>(share(out.words, out.blocks)));
    row[Feature::kOuterPageShare] = share(out.words, page_.words);
  }

  void measure_place(std::uint32_t i, FeatureRow& row) const {
    const std::uint32_t container = document_.blocks[i].container;
    row[Feature::kInBody] = flag(contains(document_, measures_.body, container));
    row[Feature::kBodySteps] = log_of(body_steps_[container]);
    row[Feature::kInWideBody] = flag(contains(document_, wide_body_, container));
    row[Feature::kBeforeProse] = flag(i < first_prose_);
    row[Feature::kAfterProse] = flag(i > last_prose_);
    const std::uint32_t headline = measures_.headline;
    if (headline == kNone) return;
    row[Feature::kAfterHeadline] = flag(i >= headline);
    const Totals between =
        i >= headline ? measures_.sums.of(headline, i) : measures_.sums.of(i, headline);
    row[Feature::kHeadlineDistance] = log_of(between.words);
  }

  void measure_hints(std::uint32_t i, FeatureRow& row) const {
    const std::uint32_t container = document_.blocks[i].container;
    const LabelSet hints = measures_.inherited_hints[container];
    row[Feature::kBodyHint] = flag(hints.has(Label::kParagraph));
    row[Feature::kPromptHint] = flag(hints.overlaps(kPromptLabels));
    row[Feature::kAsideHint] = flag(hints.overlaps(kAsideLabels));
    row[Feature::kMetaHint] = flag(hints.overlaps(kMetaLabels));
    const TextFacts& text = measures_.texts.blocks[i];
    row[Feature::kAsks] = std::min(1.0F, share(text.asks, text.words));
    row[Feature::kPrompt] = flag(measures_.prompts[i].found);
  }

  void measure_pattern(std::uint32_t i, FeatureRow& row) const {
    const Totals& pattern = patterns_.of(document_, document_.blocks[i].container);
    row[Feature::kPatternPageShare] = share(pattern.words, page_.words);
    row[Feature::kPatternLinkShare] = share(pattern.link_words, pattern.words);
    row[Feature::kPatternBlockWords] =
        log_of(static_cast<double>(share(pattern.words, pattern.blocks)));
  }

  const page::Document& document_;
  const Measures& measures_;
  Totals page_;
  Patterns patterns_;
  std::vector<std::uint32_t> larger_;
  std::uint32_t wide_body_ = 0;
  std::uint32_t first_prose_ = 0;
  std::uint32_t last_prose_ = 0;
  std::vector<std::uint32_t> body_steps_;  // of each container: up from the body to reach it
};

}  // namespace

Measures measure(const page::Document& document) {
  Texts texts = read_texts(document);
  std::vector<LabelSet> hints = container_hints(document);
  std::vector<Prompt> prompts = find_prompts(document, texts, hints);
  std::vector<bool> prose(document.blocks.size());
  for (std::uint32_t i = 0; i < prose.size(); ++i) {
    prose[i] = is_prose(document.blocks[i]) && !prompts[i].found;
  }
  BlockSums sums(document, prose);
  Measures measures{std::move(texts),
                    std::move(prompts),
                    std::move(prose),
                    std::move(sums),
                    {},
                    std::move(hints),
                    {}};
  measures.inherited_hints = inherit(document, measures.sums, measures.hints);
  measures.body = smallest_with_prose(document, measures.sums, 0.5);
  measures.headline = find_headline(document, measures.texts, measures.hints, measures.body);
  const Measurer measurer(document, measures);
  measures.rows.reserve(document.blocks.size());
  for (std::uint32_t i = 0; i < document.blocks.size(); ++i) {
    measures.rows.push_back(measurer.row(i));
  }
  return measures;
}

}  // namespace thresh::judge
