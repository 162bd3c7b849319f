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
                               Label::kSubscription, Label::kAdvertisement};

// Words of prose that are enough of an article for a large box beside it.
constexpr std::uint32_t kLeastBody = 100;

constexpr std::string_view kNamed = "named like a prompt in the mark-up, and worded like one";
constexpr std::string_view kSignUp = "a small box with a field for an e-mail address";
constexpr std::string_view kDialog = "a dialog laid over the page";
constexpr std::string_view kLetter = "a letter that asks the reader for support";
constexpr std::string_view kBox = "a small box that asks the reader for something";
constexpr std::string_view kLine = "asks the reader for something";
constexpr std::string_view kBeside = "part of a box that asks the reader for something";

// What a range of blocks holds. Evidence is the summed strength of phrases by kind.
struct Sums {
  std::array<std::uint32_t, kKinds.size()> evidence{};
  std::uint32_t asks = 0;  // evidence of all kinds but advertisements, without topics
  std::uint32_t we = 0;    // words by which the site speaks of itself
  std::uint32_t you = 0;   // and to the reader
  std::uint32_t words = 0;
  std::uint32_t link_words = 0;
  std::uint32_t prose = 0;
  std::uint32_t prose_blocks = 0;
  std::uint32_t controls = 0;
  std::uint32_t actions = 0;    // controls, and short links by themselves
  std::uint32_t headlines = 0;  // h1
  std::uint32_t titles = 0;     // blocks that say most of the page's title
};

Sums operator-(Sums a, const Sums& b) {
  for (std::size_t k = 0; k < kKinds.size(); ++k) a.evidence[k] -= b.evidence[k];
  a.asks -= b.asks;
  a.words -= b.words;
  a.we -= b.we;
  a.you -= b.you;
  a.link_words -= b.link_words;
  a.prose -= b.prose;
  a.prose_blocks -= b.prose_blocks;
  a.controls -= b.controls;
  a.actions -= b.actions;
  a.headlines -= b.headlines;
  a.titles -= b.titles;
  return a;
}

class Finder {
 public:
  Finder(const page::Document& document, const Texts& texts, const std::vector<LabelSet>& hints,
         const Forms& forms)
      : document_(document), hints_(hints), forms_(forms), prompts_(document.blocks.size()) {
    sum_blocks(texts);
    find_comments();
  }

  std::vector<Prompt> find() {
    judge_containers();
    judge_lines();
    judge_runs();
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
      for (; hit != texts.phrases.end() && hit->block == i; ++hit) add_phrase(*hit, sums);
      add_block(document_.blocks[i], texts.blocks[i], sums);
      before_.push_back(sums);
    }
  }

  static void add_phrase(const PhraseHit& hit, Sums& sums) {
    const auto kind = std::find(kKinds.begin(), kKinds.end(), hit.label);
    if (kind == kKinds.end()) return;
    const auto strength = static_cast<std::uint32_t>(hit.strength);
    sums.evidence[static_cast<std::size_t>(kind - kKinds.begin())] += strength;
    const bool ask = hit.strength != PhraseStrength::kTopic && hit.label != Label::kAdvertisement;
    if (ask) sums.asks += strength;
  }

  static void add_block(const Block& block, const TextFacts& text, Sums& sums) {
    constexpr std::uint32_t kActionWords = 6;
    constexpr float kMostOfTitle = 0.6F;
    sums.words += block.words;
    sums.link_words += block.link_words;
    sums.we += text.address.we;
    sums.you += text.address.you;
    if (is_prose(block)) {
      sums.prose += block.words;
      ++sums.prose_blocks;
    }
    const bool control = block.type == BlockType::kControl;
    const bool lone_link = block.link_words > 0 && block.link_words == block.words;
    if (control) ++sums.controls;
    if (control || (lone_link && block.words <= kActionWords)) ++sums.actions;
    if (block.type == BlockType::kHeading && block.level == 1) ++sums.headlines;
    if (text.title_overlap >= kMostOfTitle) ++sums.titles;
  }

  void find_comments() {
    comments_before_.assign(document_.containers.size() + 1, 0);
    in_comments_.assign(document_.containers.size(), false);
    for (std::size_t c = 0; c < document_.containers.size(); ++c) {
      const bool named = hints_[c].has(Label::kComments);
      const std::uint32_t parent = document_.containers[c].parent;
      comments_before_[c + 1] = comments_before_[c] + (named ? 1 : 0);
      in_comments_[c] = named || (parent != page::kNone && in_comments_[parent]);
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
      const Prompt prompt = judge_container(c, sums);
      if (!prompt.found) {
        ++c;
        continue;
      }
      for (std::uint32_t i = container.first_block; i < container.end_block; ++i) {
        prompts_[i] = prompt;
      }
      c = container.end;
    }
  }

  Prompt judge_container(std::uint32_t c, const Sums& sums) const {
    const std::size_t kind = strongest(sums, hints_[c]);
    if (sums.words == 0) return {};
    if (is_dialog_over_page(c, sums)) {
      const bool tells = sums.evidence[kind] > 0 || hints_[c].has(kKinds[kind]);
      if (tells) return {true, kKinds[kind], kDialog};
      if (sums.prose == 0) return {true, Label::kOther, kDialog};
    }
    if (is_named_prompt(c, sums, kind)) return {true, kKinds[kind], kNamed};
    if (is_sign_up(c, sums)) return {true, Label::kNewsletter, kSignUp};
    if (is_box(c, sums, kind)) return {true, kKinds[kind], kBox};
    if (is_letter(sums)) return {true, Label::kAppeal, kLetter};
    return {};
  }

  // May be longer than the article that it lies over, but never holds it.
  bool is_dialog_over_page(std::uint32_t c, const Sums& sums) const {
    if (!is_dialog(document_, document_.containers[c]) || sums.titles > 0) return false;
    if (before_.back().prose - sums.prose < kLeastBody) return false;
    return !holds_body(sums) || evidence_of(Label::kConsent, sums) >= 4;
  }

  bool is_sign_up(std::uint32_t c, const Sums& sums) const {
    constexpr std::uint32_t kBoxWords = 120;
    constexpr std::uint32_t kProseWords = 70;
    constexpr std::uint32_t kFewWords = 40;  // are no body
    if (forms_.email_fields[c] == 0 || sums.words > kBoxWords || sums.prose > kProseWords) {
      return false;
    }
    if (sums.prose > kFewWords && 3 * sums.prose > before_.back().prose) return false;
    return sums.headlines == 0 && sums.titles == 0 && !holds_body(sums) && !is_comment_form(c);
  }

  // Something in it or around it is named like comments.
  bool is_comment_form(std::uint32_t c) const {
    return in_comments_[c] || comments_before_[document_.containers[c].end] > comments_before_[c];
  }

  // Some paragraphs apart from the article, said by the site of itself to its readers. Each reads
  // like prose; together they ask.
  bool is_letter(const Sums& sums) const {
    constexpr std::uint32_t kMostWords = 450;
    constexpr std::uint32_t kLeastEvidence = 5;
    const std::uint32_t prose_outside = before_.back().prose - sums.prose;
    if (sums.prose_blocks < 2 || sums.words > kMostWords || sums.titles + sums.headlines > 0) {
      return false;
    }
    if (prose_outside < sums.prose || prose_outside < kLeastBody) return false;
    const std::uint32_t address = sums.we + sums.you;
    return evidence_of(Label::kAppeal, sums) >= kLeastEvidence && sums.we >= 3 && sums.you >= 2 &&
           20 * address >= sums.words;
  }

  static std::uint32_t evidence_of(Label label, const Sums& sums) {
    for (std::size_t k = 0; k < kKinds.size(); ++k) {
      if (kKinds[k] == label) return sums.evidence[k];
    }
    return 0;
  }

  bool is_named_prompt(std::uint32_t c, const Sums& sums, std::size_t kind) const {
    constexpr std::uint32_t kShort = 60;  // words that need no further evidence
    constexpr std::uint32_t kBoxWords = 400;
    constexpr LabelSet kNames = {Label::kConsent, Label::kNewsletter, Label::kAppeal,
                                 Label::kSubscription};
    const bool advert = hints_[c].has(Label::kAdvertisement);
    if (!hints_[c].overlaps(kNames) && !advert) return false;
    if (sums.headlines > 0) return false;
    if (holds_body(sums)) return is_consent_dialog(c, sums);
    const bool form = forms_.fields[c] > 0 || sums.controls > 0;
    const std::uint32_t evidence = sums.evidence[kind] + (form ? 1 : 0);
    if (sums.words <= kShort) {
      const bool offer = sums.actions > 0 && !hints_[c].has(Label::kConsent);
      return evidence > 0 || (!advert && (sums.prose == 0 || offer));
    }
    if (sums.words <= kBoxWords) return evidence >= 2 && !advert;
    return is_consent_dialog(c, sums);
  }

  // These may be longer than the article they lie over.
  bool is_consent_dialog(std::uint32_t c, const Sums& sums) const {
    const std::uint32_t evidence = evidence_of(Label::kConsent, sums);
    return hints_[c].has(Label::kConsent) && sums.headlines == 0 && sums.controls >= 2 &&
           evidence >= 6 && 50 * evidence >= sums.words;
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
    if (sums.asks < 2 || reports_in_quotes(document_.containers[c])) return false;
    const bool form = forms_.fields[c] > 0 || sums.controls > 0;
    // A menu has more links than words beside, and consent is given by buttons.
    const bool action =
        sums.actions > 0 && 2 * sums.link_words < sums.words && kKinds[kind] != Label::kConsent;
    const bool between_us = action && sums.we > 0 && sums.you > 0;
    const std::uint32_t evidence = sums.evidence[kind] + (between_us ? 1 : 0);
    if (form || action) return evidence >= 3 && 20 * evidence >= sums.words;
    // A paragraph about appeals holds their words, but hardly speaks of "us" to "you".
    return evidence >= 4 && 12 * evidence >= sums.words && sums.we + sums.you > 0;
  }

  // A paragraph that quotes an appeal is about it.
  bool reports_in_quotes(const Container& container) const {
    return container.end_block - container.first_block == 1 &&
           reports_in_quotes(document_.blocks[container.first_block]);
  }

  bool reports_in_quotes(const Block& block) const {
    constexpr std::uint32_t kReport = 25;
    constexpr std::string_view kMarks[] = {"\u201C", "\u201E", "\u00AB", "\u00BB", "\u300C", "\""};
    if (block.words < kReport || !is_prose(block)) return false;
    const std::string_view text = document_.str(block.text);
    return std::any_of(std::begin(kMarks), std::end(kMarks), [&](std::string_view mark) {
      return text.find(mark) != std::string_view::npos;
    });
  }

  void judge_lines() {
    constexpr std::uint32_t kShort = 12;
    constexpr std::uint32_t kParagraph = 60;
    for (std::uint32_t i = 0; i < document_.blocks.size(); ++i) {
      const Sums sums = of(i, i + 1);
      if (prompts_[i].found || sums.asks == 0 || sums.words > kParagraph || sums.headlines > 0 ||
          reports_in_quotes(document_.blocks[i])) {
        continue;
      }
      const std::size_t kind = strongest(sums, {});
      const std::uint32_t evidence = sums.evidence[kind];
      const bool short_ask = sums.words <= kShort && evidence >= 3;
      const bool dense = evidence >= 4 && 10 * evidence >= sums.words;
      const bool by_field = evidence >= 2 && (forms_.field_before[i] || forms_.field_before[i + 1]);
      if (short_ask || dense || by_field) prompts_[i] = {true, kKinds[kind], kLine};
    }
  }

  // The same letter as is_letter() finds, pasted among the article's own paragraphs.
  void judge_runs() {
    const auto count = static_cast<std::uint32_t>(prompts_.size());
    for (std::uint32_t first = 0, end = 0; first < count; first = std::max(end, first + 1)) {
      for (end = first; end < count && speaks_to_reader(end, first);) ++end;
      if (!is_plain_letter(first, end)) continue;
      const bool headed = first > 0 && document_.blocks[first - 1].type == BlockType::kHeading;
      for (std::uint32_t i = headed ? first - 1 : first; i < end; ++i) {
        prompts_[i] = {true, Label::kAppeal, kLetter};
      }
    }
  }

  bool speaks_to_reader(std::uint32_t i, std::uint32_t first) const {
    const Block& block = document_.blocks[i];
    const Sums sums = of(i, i + 1);
    return !prompts_[i].found && is_prose(block) && 50 * (sums.we + sums.you) >= sums.words &&
           sums.we + sums.you > 0 && parent_of(block) == parent_of(document_.blocks[first]);
  }

  // Beside an article that does not speak so, and with something that asks in it or right behind
  // it.
  bool is_plain_letter(std::uint32_t first, std::uint32_t end) const {
    constexpr std::uint32_t kMostWords = 450;
    constexpr std::uint32_t kBehind = 3;
    const Sums run = of(first, end);
    if (end - first < 3 || run.words > kMostWords || run.we < 4 || run.you < 3) return false;
    const Sums rest = before_.back() - run;
    if (rest.prose < 2 * run.prose) return false;
    const std::uint32_t address = run.we + run.you;
    const std::uint64_t outside = std::uint64_t{rest.we + rest.you} * run.words;
    if (20 * address < run.words || 4 * outside > std::uint64_t{address} * rest.words) return false;
    const std::uint32_t last = std::min(end + kBehind, static_cast<std::uint32_t>(prompts_.size()));
    const bool asks_behind = std::any_of(prompts_.begin() + end, prompts_.begin() + last,
                                         [](const Prompt& prompt) { return prompt.found; });
    return asks_behind || evidence_of(Label::kAppeal, run) >= 2;
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
    const bool field_between = forms_.field_before[std::max(prompt, other)];
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
  const Forms& forms_;
  std::vector<Prompt> prompts_;
  std::vector<Sums> before_;                    // of all blocks before each block
  std::vector<std::uint32_t> comments_before_;  // containers named so before each container
  std::vector<bool> in_comments_;               // of each container: it or one around it is
};

}  // namespace

std::vector<Prompt> find_prompts(const page::Document& document, const Texts& texts,
                                 const std::vector<LabelSet>& hints, const Forms& forms) {
  return Finder(document, texts, hints, forms).find();
}

}  // namespace thresh::judge
