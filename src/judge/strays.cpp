#include "judge/strays.hpp"

#include <algorithm>
#include <array>

#include "base/words.hpp"
#include "judge/captions.hpp"
#include "judge/measures.hpp"
#include "judge/pull_quotes.hpp"

namespace thresh::judge {
namespace {

using page::Block;
using page::BlockType;
using page::kNone;

class Finder {
 public:
  Finder(const page::Document& document, const Measures& measures)
      : document_(document),
        measures_(measures),
        captions_(document, measures.hints),
        pull_quotes_(find_pull_quotes(document)),
        strays_(document.blocks.size()) {}

  std::vector<Stray> find() {
    find_script_notices();
    if (!has_story()) return std::move(strays_);
    locate();
    using Rule = Stray (Finder::*)(std::uint32_t) const;
    constexpr std::array<Rule, 11> kRules = {
        &Finder::copyright,      &Finder::control,        &Finder::headline_again, &Finder::caption,
        &Finder::above_headline, &Finder::under_headline, &Finder::signature,      &Finder::sharing,
        &Finder::links_of_tools, &Finder::pull_quote,     &Finder::repeated_link};
    for (std::uint32_t i = 0; i < strays_.size(); ++i) {
      for (const Rule rule : kRules) {
        if (!strays_[i].found) strays_[i] = (this->*rule)(i);
      }
    }
    find_related();
    return std::move(strays_);
  }

 private:
  // "Please switch JavaScript on": the name is the same in nearly all languages.
  void find_script_notices() {
    constexpr std::uint32_t kLongest = 40;
    const std::uint32_t name = base::word_hash("JavaScript");
    for (std::uint32_t i = 0; i < strays_.size(); ++i) {
      const Block& block = document_.blocks[i];
      if (!block.noscript || block.words > kLongest) continue;
      const TextFacts& text = measures_.texts.blocks[i];
      const auto first = measures_.texts.words.begin() + text.first_word;
      if (std::find(first, first + text.words, name) == first + text.words) continue;
      strays_[i] = {true, Label::kOther, "asks for scripts"};
    }
  }

  // Else the page is no story with things around it.
  bool has_story() const {
    constexpr std::uint32_t kLeastWords = 120;
    const Totals body = measures_.sums.of(document_.containers[measures_.body]);
    return body.prose_words >= kLeastWords && 2 * body.prose_words > body.words;
  }

  // The first prose of the body below the headline; none if most of it stands above, as it does
  // where something else was taken for the headline.
  void locate() {
    const page::Container& body = document_.containers[measures_.body];
    std::uint32_t above = 0;
    for (std::uint32_t i = body.first_block; i < body.end_block; ++i) {
      if (!measures_.prose[i] || is_byline(i)) continue;
      if (measures_.headline != kNone && i > measures_.headline) {
        first_prose_ = i;
        break;
      }
      above += document_.blocks[i].words;
    }
    second_prose_ = first_prose_;
    if (first_prose_ == kNone) return;
    while (++second_prose_ < body.end_block && !measures_.prose[second_prose_]) {
    }
    const Totals prose = measures_.sums.of(body);
    constexpr std::uint32_t kMostBetween = 100;  // more is content of its own
    const Totals between = measures_.sums.of(measures_.headline, first_prose_);
    head_is_short_ = between.words <= kMostBetween;
    if (5 * above > prose.prose_words) first_prose_ = kNone;
  }

  // --- Rules: what block i is, if it is a stray

  Stray copyright(std::uint32_t i) const {
    constexpr std::uint32_t kLine = 40;
    const std::string_view text = document_.str(document_.blocks[i].text);
    const bool sign = text.substr(0, 2) == "\u00A9" || text.substr(0, 3) == "(c)";
    if (!sign || document_.blocks[i].words > kLine) return {};
    return {true, Label::kLegal, "copyright line"};
  }

  // Questions that open their answers are headings in all but name.
  Stray control(std::uint32_t i) const {
    const Block& block = document_.blocks[i];
    if (block.type != BlockType::kControl) return {};
    constexpr std::uint32_t kQuestion = 4;
    const bool opens_prose = i + 1 < measures_.prose.size() && measures_.prose[i + 1];
    const std::string_view text = document_.str(block.text);
    const bool asks = !text.empty() && text.back() == '?';
    if ((opens_prose || asks) && block.words >= kQuestion) return {};
    return {true, Label::kOther, "button or label"};
  }

  Stray headline_again(std::uint32_t i) const {
    const std::uint32_t headline = measures_.headline;
    if (headline == kNone || i <= headline) return {};
    const auto& texts = measures_.texts.blocks;
    if (texts[i].words < 3 || texts[i].hash != texts[headline].hash) return {};
    return {true, Label::kOther, "repeats the headline"};
  }

  Stray above_headline(std::uint32_t i) const {
    constexpr std::uint32_t kBanner = 30;
    if (first_prose_ == kNone || i >= measures_.headline || !is_sure_headline()) return {};
    const Block& block = document_.blocks[i];
    const bool summary = has_hint(i, Label::kSummary);
    if (block.words > kBanner || summary) return {};
    return named_later();
  }

  // Kickers, names, dates and tools. A line without any mark of those may be a standfirst, and the
  // first prose may be one too, with the byline below it.
  Stray under_headline(std::uint32_t i) const {
    constexpr std::uint32_t kKicker = 3;
    if (first_prose_ == kNone || i <= measures_.headline || i >= second_prose_) return {};
    const Block& block = document_.blocks[i];
    if (block.type == BlockType::kHeading || block.type == BlockType::kTableCell) return {};
    if (has_hint(i, Label::kSummary) || !head_is_short_) return {};
    const bool byline = is_byline(i);
    if (byline && (starts_as_byline(i) || has_mark(block))) {
      return {true, Label::kByline, "name or date below the headline"};
    }
    if (i > first_prose_) return {};
    if (byline && block.type == BlockType::kParagraph) return named_later();
    const bool tools = block.link_words > 0 && 2 * block.link_words >= block.words;
    const bool kicker = block.type == BlockType::kParagraph && block.words <= kKicker;
    return tools || kicker ? named_later() : Stray{};
  }

  // A name or a time set apart.
  Stray signature(std::uint32_t i) const {
    constexpr std::uint32_t kLine = 20;
    const Block& block = document_.blocks[i];
    if (block.type == BlockType::kHeading || block.words > kLine || block.sentences > 0) return {};
    if (is_time(block)) return {true, Label::kByline, "a date or time by itself"};
    if (is_named(i, Label::kByline)) return {true, Label::kByline, "named like a byline"};
    return {};
  }

  Stray sharing(std::uint32_t i) const {
    constexpr std::uint32_t kLine = 15;
    const Block& block = document_.blocks[i];
    if (block.type == BlockType::kHeading || block.words > kLine) return {};
    if (!is_named(i, Label::kSharing)) return {};
    return {true, Label::kSharing, "in a container named like sharing links"};
  }

  Stray caption(std::uint32_t i) const {
    const bool in_body = contains(document_, measures_.body, document_.blocks[i].container);
    const bool on_top = first_prose_ != kNone && i > measures_.headline && i < first_prose_;
    if (!(in_body || on_top) || !captions_.has(i)) return {};
    return {true, Label::kCaption, "beside an image, or named or worded like a caption"};
  }

  // "Print  Mail  Larger text": several links with nothing between.
  Stray links_of_tools(std::uint32_t i) const {
    constexpr std::uint32_t kLine = 12;
    const Block& block = document_.blocks[i];
    if (block.type != BlockType::kParagraph || block.words > kLine) return {};
    if (block.end_link - block.first_link < 2 || block.link_words < block.words) return {};
    return named_later();
  }

  // "Share this entry" behind each entry of a live ticker.
  Stray repeated_link(std::uint32_t i) const {
    constexpr std::uint32_t kLeastCopies = 3;
    constexpr std::uint32_t kMostWords = 6;
    const Block& block = document_.blocks[i];
    const bool link = block.link_words == block.words && block.words <= kMostWords;
    return link && measures_.texts.blocks[i].copies >= kLeastCopies ? named_later() : Stray{};
  }

  Stray pull_quote(std::uint32_t i) const {
    if (!pull_quotes_[i]) return {};
    return {true, Label::kOther, "repeats words of the body"};
  }

  // --- "Read also: …", and the links below such a line

  void find_related() {
    constexpr std::uint32_t kMostTargets = 6;
    for (std::uint32_t i = 0; i < strays_.size(); ++i) {
      const std::uint32_t label_words = related_words(i);
      if (label_words == 0) continue;
      const Block& block = document_.blocks[i];
      // "Also in this issue": a word or two more may follow the phrase.
      const bool linked = block.link_words > 0 && block.link_words + label_words + 2 >= block.words;
      const bool label_only = block.words <= label_words + 2;
      if (linked) strays_[i] = {true, Label::kRelated, "links to another story"};
      if (linked || !label_only) continue;
      std::uint32_t end = i + 1;
      while (end < strays_.size() && end <= i + kMostTargets && is_target(i, end)) ++end;
      if (end == i + 1) continue;
      for (std::uint32_t k = i; k < end; ++k) {
        strays_[k] = {true, Label::kRelated, "links to another story"};
      }
    }
  }

  // Of the phrase that block i starts with; 0 if it starts with none.
  std::uint32_t related_words(std::uint32_t i) const {
    const std::vector<PhraseHit>& hits = measures_.texts.phrases;
    auto hit = std::lower_bound(hits.begin(), hits.end(), i,
                                [](const PhraseHit& a, std::uint32_t b) { return a.block < b; });
    if (hit == hits.end() || hit->block != i || hit->first_word != 0) return 0;
    return hit->label == Label::kRelated ? hit->words : 0;
  }

  bool is_target(std::uint32_t label, std::uint32_t i) const {
    constexpr std::uint32_t kHeadline = 25;
    const Block& block = document_.blocks[i];
    return block.link_words > 0 && block.link_words == block.words && block.words <= kHeadline &&
           contains(document_, box_of(label), block.container);
  }

  std::uint32_t box_of(std::uint32_t i) const {
    const std::uint32_t own = document_.blocks[i].container;
    const std::uint32_t parent = document_.containers[own].parent;
    return parent == kNone ? own : parent;
  }

  // --- What the rules ask

  // Where the place alone tells: what it is called is for StrippedLabels to say.
  static Stray named_later() { return {true, Label::kOther, {}}; }

  bool has_hint(std::uint32_t i, Label label) const {
    return measures_.inherited_hints[document_.blocks[i].container].has(label);
  }

  bool is_sure_headline() const {
    constexpr float kMostOfTitle = 0.6F;
    const Block& block = document_.blocks[measures_.headline];
    return (block.type == BlockType::kHeading && block.level == 1) ||
           measures_.texts.blocks[measures_.headline].title_overlap >= kMostOfTitle;
  }

  // By the container right around it or the next one, so that no large one speaks for all in it.
  bool is_named(std::uint32_t i, Label label) const {
    const std::uint32_t own = document_.blocks[i].container;
    const std::uint32_t parent = document_.containers[own].parent;
    return has_hint(i, label) && (measures_.hints[own].has(label) ||
                                  (parent != kNone && measures_.hints[parent].has(label)));
  }

  // Names and dates: capitals and numbers make up much of it.
  bool is_byline(std::uint32_t i) const {
    constexpr std::uint32_t kLine = 20;
    const Block& block = document_.blocks[i];
    if (block.type == BlockType::kHeading || block.words > kLine) return false;
    const TextFacts& text = measures_.texts.blocks[i];
    const bool sentence = text.ends_sentence || block.sentences > 0;
    const std::uint32_t least_numbers = text.ends_sentence ? 3 : 1;
    if (text.numbers >= least_numbers && 2 * (text.capitals + text.numbers) >= text.words)
      return true;
    return !sentence && (text.numbers >= 2 || has_mark(block) || starts_as_byline(i) ||
                         5 * (text.capitals + text.numbers) >= 3 * text.words);
  }

  bool has_mark(const Block& block) const {
    return std::any_of(document_.marks.begin() + block.first_mark,
                       document_.marks.begin() + block.end_mark, [](const page::Mark& mark) {
                         return mark.type == page::MarkType::kTime ||
                                mark.type == page::MarkType::kAuthor;
                       });
  }

  bool is_time(const Block& block) const {
    return block.end_mark > block.first_mark &&
           document_.marks[block.first_mark].type == page::MarkType::kTime &&
           document_.marks[block.first_mark].text.length == block.text.length;
  }

  bool starts_as_byline(std::uint32_t i) const {
    const std::vector<PhraseHit>& hits = measures_.texts.phrases;
    auto hit = std::lower_bound(hits.begin(), hits.end(), i,
                                [](const PhraseHit& a, std::uint32_t b) { return a.block < b; });
    return hit != hits.end() && hit->block == i && hit->first_word == 0 &&
           hit->label == Label::kByline;
  }

  const page::Document& document_;
  const Measures& measures_;
  const Captions captions_;
  const std::vector<bool> pull_quotes_;
  std::vector<Stray> strays_;
  std::uint32_t first_prose_ = kNone;  // of the body, below the headline
  std::uint32_t second_prose_ = kNone;
  bool head_is_short_ = false;  // from the headline to the first prose
};

}  // namespace

std::vector<Stray> find_strays(const page::Document& document, const Measures& measures) {
  return Finder(document, measures).find();
}

}  // namespace thresh::judge
