#include "judge/stripped.hpp"

#include <algorithm>
#include <iterator>

namespace thresh::judge {
namespace {

using page::Block;

constexpr Label kNoName = Label::kParagraph;

struct NameRow {
  Label label;
  std::string_view reason;
};

// What an element with several names is; the first that it has.
constexpr NameRow kNames[] = {
    {Label::kConsent, "in a container named like a consent dialog"},
    {Label::kNewsletter, "in a container named like a newsletter box"},
    {Label::kAppeal, "in a container named like a donation appeal"},
    {Label::kSubscription, "in a container named like a subscription offer"},
    {Label::kComments, "in a container named like comments"},
    {Label::kRelated, "in a container named like related stories"},
    {Label::kSharing, "in a container named like sharing links"},
    {Label::kAdvertisement, "in a container named like an advertisement"},
    {Label::kByline, "in a container named like a byline"},
    {Label::kNavigation, "in a container named like navigation"},
    {Label::kLegal, "in a container named like legal text"},
};

// Of the label's row; empty if it has none.
template <std::size_t kRows>
std::string_view reason_in(const NameRow (&rows)[kRows], Label label) {
  const auto* row = std::find_if(std::begin(rows), std::end(rows),
                                 [label](const NameRow& other) { return other.label == label; });
  return row == std::end(rows) ? std::string_view() : row->reason;
}

Label name_of(LabelSet hints) {
  for (const NameRow& row : kNames) {
    if (hints.has(row.label)) return row.label;
  }
  return kNoName;
}

// What phrases of a kind say in a short text.
constexpr NameRow kPhraseReasons[] = {
    {Label::kSubscription, "worded like a subscription offer"},
    {Label::kNewsletter, "worded like a newsletter sign-up"},
    {Label::kAppeal, "worded like an appeal"},
    {Label::kConsent, "worded like a consent notice"},
    {Label::kAdvertisement, "worded like an advertisement"},
    {Label::kRelated, "worded like a link to another story"},
    {Label::kSharing, "worded like a sharing link"},
    {Label::kComments, "worded like a comment form"},
    {Label::kByline, "worded like a byline"},
    {Label::kLegal, "worded like legal text"},
};

// What is said where no single fact stands out.
constexpr NameRow kModelReasons[] = {
    {Label::kSubscription, "words and place are those of a subscription offer"},
    {Label::kNewsletter, "words and place are those of a newsletter sign-up"},
    {Label::kAppeal, "words and place are those of an appeal for support"},
    {Label::kConsent, "words and place are those of a consent notice"},
    {Label::kAdvertisement, "words and place are those of an advertisement"},
    {Label::kRelated, "words and place are those of a link to another story"},
    {Label::kSharing, "words and place are those of sharing links"},
    {Label::kComments, "words and place are those of comments"},
    {Label::kNavigation, "words and place are those of a menu"},
    {Label::kByline, "words and place are those of a byline"},
    {Label::kLegal, "words and place are those of legal text"},
    {Label::kOther, "looks unlike the body"},
};

// What a rule adds to the probability of its label.
constexpr float kRuleWeight = 0.2F;

// "Other" tells a reader least: any other label that is nearly as likely is better.
constexpr float kOtherWeight = 0.2F;

std::size_t lane_of(Label label) {
  const auto lane = std::find(kLaneLabels.begin(), kLaneLabels.end(), label);
  return static_cast<std::size_t>(lane - kLaneLabels.begin());
}

Decision strip(Label label, std::string_view reason) {
  return {false, label, 0, std::string(reason)};
}

}  // namespace

StrippedLabels::StrippedLabels(const page::Document& document, const Measures& measures)
    : document_(document), measures_(measures), named_(document.containers.size(), kNoName) {
  for (std::uint32_t c = 1; c < named_.size(); ++c) {
    const page::Container& container = document.containers[c];
    if (measures.inherited_hints[c].empty()) continue;  // the body, and what has no name
    named_[c] = name_of(measures.hints[c]);
    if (named_[c] == kNoName) named_[c] = named_[container.parent];
  }
  first_phrase_.reserve(document.blocks.size() + 1);
  std::uint32_t phrase = 0;
  const std::vector<PhraseHit>& phrases = measures.texts.phrases;
  for (std::uint32_t i = 0; i <= document.blocks.size(); ++i) {
    while (phrase < phrases.size() && phrases[phrase].block < i) ++phrase;
    first_phrase_.push_back(phrase);
  }
}

Decision StrippedLabels::of(std::uint32_t i, const Lanes& labels) const {
  const Prompt& prompt = measures_.prompts[i];
  const Stray& stray = measures_.strays[i];
  Lanes likely = labels;
  likely[lane_of(Label::kOther)] *= kOtherWeight;
  if (prompt.found) likely[lane_of(prompt.label)] += kRuleWeight;
  if (stray.found) likely[lane_of(stray.label)] += kRuleWeight;
  const auto best =
      std::max_element(likely.begin() + kFirstPromptLane, likely.begin() + kEndStrippedLane);
  const Label label = kLaneLabels[static_cast<std::size_t>(best - likely.begin())];
  if (prompt.found && prompt.label == label) return strip(label, prompt.reason);
  if (stray.found && stray.label == label) return strip(label, stray.reason);
  using Rule = Decision (StrippedLabels::*)(std::uint32_t) const;
  constexpr Rule kRules[] = {&StrippedLabels::by_name, &StrippedLabels::by_phrase,
                             &StrippedLabels::by_links, &StrippedLabels::by_place};
  for (const Rule rule : kRules) {
    Decision decision = (this->*rule)(i);
    if (!decision.reason.empty() && decision.label == label) return decision;
  }
  return strip(label, reason_in(kModelReasons, label));
}

Decision StrippedLabels::by_name(std::uint32_t i) const {
  const Label name = named_[document_.blocks[i].container];
  return strip(name == kNoName ? Label::kOther : name, reason_in(kNames, name));
}

Decision StrippedLabels::by_phrase(std::uint32_t i) const {
  constexpr std::uint32_t kShort = 12;
  const std::uint32_t words = document_.blocks[i].words;
  Label best = Label::kOther;
  std::uint32_t strongest = 0;
  for (std::uint32_t p = first_phrase_[i]; p < first_phrase_[i + 1]; ++p) {
    const PhraseHit& hit = measures_.texts.phrases[p];
    const std::uint32_t strength = weight_of(hit.strength);
    const bool enough = words <= kShort ? strength >= 2 || hit.words == words
                                        : hit.strength == PhraseStrength::kFormula;
    if (enough && strength > strongest) {
      strongest = strength;
      best = hit.label;
    }
  }
  return strip(best, reason_in(kPhraseReasons, best));
}

Decision StrippedLabels::by_links(std::uint32_t i) const {
  constexpr std::uint32_t kHeadlineWords = 4;
  const Block& block = document_.blocks[i];
  if (block.words == 0 || 2 * block.link_words < block.words) return {};
  const std::string reason =
      "link list, " + std::to_string(100 * block.link_words / block.words) + " % links";
  const bool headline = block.words >= kHeadlineWords && i >= measures_.first_prose;
  return strip(headline ? Label::kRelated : Label::kNavigation, reason);
}

Decision StrippedLabels::by_place(std::uint32_t i) const {
  const Block& block = document_.blocks[i];
  constexpr std::uint32_t kLine = 25;
  if (document_.str(block.text).find("\u00A9") != std::string_view::npos) {
    return strip(Label::kLegal, "copyright line");
  }
  const bool after_headline = measures_.headline != page::kNone && i > measures_.headline;
  if (after_headline && i < measures_.first_prose && block.words <= kLine) {
    return strip(Label::kByline, "short line between headline and body");
  }
  if (block.hidden) return strip(Label::kOther, "hidden");
  if (i < measures_.first_prose) return strip(Label::kNavigation, "short text before the body");
  if (block.type == page::BlockType::kControl) return strip(Label::kOther, "button or label");
  return {};
}

}  // namespace thresh::judge
