#include "judge/features.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "judge/headline.hpp"
#include "judge/patterns.hpp"

namespace thresh::judge {
namespace {

using page::Block;
using page::BlockType;
using page::Container;
using page::kNone;

float log_of(std::uint32_t count) { return std::log1p(static_cast<float>(count)); }

float share(std::uint32_t part, std::uint32_t whole) {
  return whole > 0 ? static_cast<float>(part) / static_cast<float>(whole) : 0.0F;
}

float flag(bool set) { return set ? 1.0F : 0.0F; }

// Weight of phrases a word. The root, as a second phrase tells less than the first.
float density(std::uint32_t weight, std::uint32_t words) {
  return std::sqrt(std::min(1.0F, share(weight, words)));
}

class Measurer {
 public:
  Measurer(const page::Document& document, const Measures& measures)
      : document_(document),
        measures_(measures),
        page_(measures.sums.page()),
        patterns_(document, measures.sums),
        larger_(larger_ancestors(document, measures.sums)),
        items_(find_items(document, measures.sums)),
        wide_body_(smallest_with_prose(document, measures.sums, 0.85)) {
    count_body_steps();
    find_aside_sections();
  }

  FeatureRow row(std::uint32_t i) const {
    FeatureRow row;
    measure_text(i, row);
    measure_neighbours(i, row);
    measure_container(i, row);
    measure_place(i, row);
    measure_headline(i, row);
    measure_repetition(i, row);
    measure_hints(i, row);
    measure_words(i, row);
    return row;
  }

 private:
  void count_body_steps() {
    body_steps_.assign(document_.containers.size(), 0);
    std::uint32_t on_path = measures_.body;
    for (std::uint32_t steps = 0; on_path != kNone; ++steps) {
      body_steps_[on_path] = steps;
      on_path = document_.containers[on_path].parent;
    }
    for (std::uint32_t c = 1; c < document_.containers.size(); ++c) {
      if (contains(document_, c, measures_.body)) continue;
      body_steps_[c] = body_steps_[document_.containers[c].parent];
    }
  }

  // A section reaches from its heading to the next of its level or above.
  void find_aside_sections() {
    constexpr std::uint32_t kHeadingWords = 8;
    aside_section_.assign(document_.blocks.size(), false);
    int level = 0;  // of the heading of the section that we are in; 0: in none
    for (std::uint32_t i = 0; i < document_.blocks.size(); ++i) {
      const Block& block = document_.blocks[i];
      if (block.type == BlockType::kHeading && (level == 0 || block.level <= level)) {
        const TextFacts& text = measures_.texts.blocks[i];
        const bool aside = text.words <= kHeadingWords && text.asides + text.prompts > 0;
        level = aside ? block.level : 0;
      }
      aside_section_[i] = level > 0;
    }
  }

  void measure_text(std::uint32_t i, FeatureRow& row) const {
    const Block& block = document_.blocks[i];
    const float words = log_of(block.words);
    const float list_item = flag(block.type == BlockType::kListItem);
    row[Feature::kWords] = words;
    row[Feature::kWordsSquared] = words * words;
    row[Feature::kLinkShare] = share(block.link_words, block.words);
    row[Feature::kEndsSentence] = flag(measures_.texts.blocks[i].ends_sentence);
    row[Feature::kHeading] = flag(block.type == BlockType::kHeading);
    row[Feature::kListItem] = list_item;
    row[Feature::kListWords] = list_item * words;
    row[Feature::kCell] = flag(block.cell != kNone);
    row[Feature::kControl] = flag(block.type == BlockType::kControl);
    row[Feature::kCaption] = flag(block.type == BlockType::kCaption);
    row[Feature::kParagraphTag] = flag(document_.containers[block.container].tag == page::Tag::kP);
  }

  void measure_neighbours(std::uint32_t i, FeatureRow& row) const {
    if (i > 0) {
      const Block& before = document_.blocks[i - 1];
      row[Feature::kLinkShareBefore] = share(before.link_words, before.words);
    }
    if (i + 1 < document_.blocks.size()) {
      const Block& after = document_.blocks[i + 1];
      row[Feature::kWordsAfter] = log_of(after.words);
      row[Feature::kLinkShareAfter] = share(after.link_words, after.words);
    }
  }

  void measure_container(std::uint32_t i, FeatureRow& row) const {
    const Block& block = document_.blocks[i];
    std::uint32_t inner = block.container;
    if (measures_.sums.of(document_.containers[inner]).words <= block.words) inner = larger_[inner];
    if (inner == kNone) return;
    const Totals in = measures_.sums.of(document_.containers[inner]);
    row[Feature::kInnerPageShare] = share(in.words, page_.words);
    row[Feature::kInnerPageProse] = share(in.prose_words, page_.words);
    row[Feature::kEndsInProse] = row[Feature::kEndsSentence] * row[Feature::kInnerPageProse];
  }

  void measure_place(std::uint32_t i, FeatureRow& row) const {
    const std::uint32_t container = document_.blocks[i].container;
    row[Feature::kInWideBody] = flag(contains(document_, wide_body_, container));
    row[Feature::kBodySteps] = log_of(body_steps_[container]);
    row[Feature::kBeforeProse] = flag(i < measures_.first_prose);
    const std::uint32_t length = measures_.last_prose - measures_.first_prose;
    const std::uint32_t place = std::clamp(i, measures_.first_prose, measures_.last_prose);
    row[Feature::kBodyPlace] = share(place - measures_.first_prose, length);
    row[Feature::kPlaceInBody] =
        flag(contains(document_, measures_.body, container)) * row[Feature::kBodyPlace];
  }

  void measure_headline(std::uint32_t i, FeatureRow& row) const {
    const std::uint32_t headline = measures_.headline;
    if (headline == kNone) return;
    const float words = row[Feature::kWords];
    if (i < headline) {
      row[Feature::kAheadWords] = log_of(measures_.sums.of(i, headline).words) * words;
      return;
    }
    const float distance = log_of(measures_.sums.of(headline, i).words);
    row[Feature::kUnderHeadline] = flag(i > headline && i < measures_.first_prose);
    row[Feature::kHeadlineDistance] = distance;
    row[Feature::kFarWords] = distance * distance * words;
  }

  void measure_repetition(std::uint32_t i, FeatureRow& row) const {
    const std::uint32_t container = document_.blocks[i].container;
    row[Feature::kPatternPageShare] = share(patterns_.of(container).words, page_.words);
    const Item& item = items_[container];
    if (item.container == kNone) return;
    row[Feature::kItems] = log_of(item.count);
    const Totals own = measures_.sums.of(document_.containers[item.container]);
    row[Feature::kItemShare] = share(own.words, item.words);
  }

  void measure_hints(std::uint32_t i, FeatureRow& row) const {
    const LabelSet hints = measures_.inherited_hints[document_.blocks[i].container];
    const float aside = flag(hints.overlaps(kAsideLabels));
    const float meta = flag(hints.overlaps(kMetaLabels));
    row[Feature::kBodyHint] = flag(hints.has(Label::kParagraph));
    row[Feature::kAsideHint] = aside;
    row[Feature::kAsideProse] = aside * flag(measures_.prose[i]);
    row[Feature::kAsideList] = aside * row[Feature::kListItem];
    row[Feature::kAsideUnderHeadline] = aside * row[Feature::kUnderHeadline];
    row[Feature::kMetaHint] = meta;
    row[Feature::kMetaShare] = meta * row[Feature::kInnerPageShare];
  }

  void measure_words(std::uint32_t i, FeatureRow& row) const {
    const TextFacts& text = measures_.texts.blocks[i];
    row[Feature::kPrompt] = flag(measures_.prompts[i].found);
    row[Feature::kPromptWords] = density(text.prompts, text.words);
    row[Feature::kAsideWords] = density(text.asides, text.words);
    row[Feature::kAsideSection] = flag(aside_section_[i]);
  }

  const page::Document& document_;
  const Measures& measures_;
  const Totals page_;
  const Patterns patterns_;
  const std::vector<std::uint32_t> larger_;
  const std::vector<Item> items_;
  const std::uint32_t wide_body_;
  std::vector<std::uint32_t> body_steps_;  // of each container: up from the body to one around it
  std::vector<bool> aside_section_;        // of each block
};

// first_prose and last_prose.
void locate_prose(const page::Document& document, Measures& measures) {
  const Container& body = document.containers[measures.body];
  measures.first_prose = measures.last_prose = body.end_block;
  for (std::uint32_t i = body.first_block; i < body.end_block; ++i) {
    if (!measures.prose[i]) continue;
    measures.first_prose = std::min(measures.first_prose, i);
    measures.last_prose = i;
  }
}

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
  std::vector<LabelSet> inherited = inherit_hints(document, sums, hints);
  Measures measures{std::move(texts), std::move(prompts), std::move(prose),
                    std::move(sums),  std::move(hints),   std::move(inherited)};
  measures.body = smallest_with_prose(document, measures.sums, 0.5);
  measures.headline = find_headline(document, measures.texts, measures.hints, measures.body);
  locate_prose(document, measures);
  const Measurer measurer(document, measures);
  measures.rows.reserve(document.blocks.size());
  for (std::uint32_t i = 0; i < document.blocks.size(); ++i) {
    measures.rows.push_back(measurer.row(i));
  }
  return measures;
}

}  // namespace thresh::judge
