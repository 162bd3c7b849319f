// The verdict by rule: a page with a body is an article, one of links to articles an index. A page
// with hardly any body may say why.
#include <algorithm>
#include <string_view>
#include <vector>

#include "base/words.hpp"
#include "judge/judge.hpp"
#include "judge/texts.hpp"

namespace thresh::judge {
namespace {

using page::Block;
using page::BlockType;

// What a list of links needs to be an index: so many links of so many words, no menu's.
constexpr std::size_t kMinIndexLinks = 10;
constexpr std::uint32_t kMinTeaserWords = 4;

// A line or two kept between such links is a teaser.
constexpr std::uint32_t kFewWords = 60;

// Teasers may hold text as well, but each starts with a heading that is a link, and none goes on.
constexpr std::size_t kMinTeasers = 6;
constexpr std::uint32_t kLongestTeaser = 120;

struct Kept {
  std::uint32_t words = 0;
  std::uint32_t longest_run = 0;  // words between headings and links to other stories
  std::size_t headings = 0;
  std::size_t linked_headings = 0;
};

Kept sum_kept(const page::Document& document, const Decisions& decisions) {
  Kept kept;
  std::uint32_t run = 0;
  for (std::size_t i = 0; i < decisions.size(); ++i) {
    if (decisions[i].label == Label::kRelated) run = 0;
    if (!is_in_text(decisions[i])) continue;
    const Block& block = document.blocks[i];
    kept.words += block.words;
    const bool heading = block.type == BlockType::kHeading;
    run = heading ? 0 : run + block.words;
    kept.longest_run = std::max(kept.longest_run, run);
    if (!heading) continue;
    ++kept.headings;
    if (block.link_words > 0 && block.link_words == block.words) ++kept.linked_headings;
  }
  return kept;
}

bool is_teasers(const Kept& kept) {
  return kept.linked_headings >= kMinTeasers && 2 * kept.linked_headings > kept.headings &&
         kept.longest_run <= kLongestTeaser;
}

std::size_t count_headline_links(const page::Document& document) {
  return static_cast<std::size_t>(
      std::count_if(document.blocks.begin(), document.blocks.end(),
                    [](const Block& block) { return block.link_words >= kMinTeaserWords; }));
}

// --- Pages without an article

// More text than that is no notice.
constexpr std::uint32_t kLongestNotice = 120;
constexpr std::uint32_t kLongestShell = 40;
constexpr std::uint32_t kLongestStub = 250;

using Words = std::vector<std::uint32_t>;  // hashes

constexpr std::string_view kErrorPhrases[] = {
#define THRESH_ERROR_PHRASE(phrase) phrase,
#include "judge/error_phrases.inc"
#undef THRESH_ERROR_PHRASE
};

const std::vector<Words>& error_phrases() {
  static const std::vector<Words> phrases = [] {
    std::vector<Words> rows;
    for (const std::string_view phrase : kErrorPhrases) rows.push_back(word_hashes(phrase));
    return rows;
  }();
  return phrases;
}

// In the page's title or a heading.
bool tells_error(const page::Document& document) {
  const auto tells = [](std::string_view text) {
    const Words words = word_hashes(text);
    return std::any_of(error_phrases().begin(), error_phrases().end(), [&](const Words& phrase) {
      return std::search(words.begin(), words.end(), phrase.begin(), phrase.end()) != words.end();
    });
  };
  if (tells(document.str(document.title))) return true;
  return std::any_of(document.blocks.begin(), document.blocks.end(), [&](const Block& block) {
    return block.type == BlockType::kHeading && tells(document.str(block.text));
  });
}

// "Please enable JavaScript", in any language; or a page of scripts and next to no words.
bool is_shell(const page::Document& document, std::uint32_t words) {
  constexpr std::uint32_t kNoWords = 15;
  if (document.scripts > 0 && words < kNoWords) return true;
  const std::uint32_t name = base::word_hash("JavaScript");
  return std::any_of(document.blocks.begin(), document.blocks.end(), [&](const Block& block) {
    const Words text = word_hashes(document.str(block.text));
    return std::find(text.begin(), text.end(), name) != text.end();
  });
}

std::uint32_t words_labelled(const page::Document& document, const Decisions& decisions,
                             Label label) {
  std::uint32_t words = 0;
  for (std::size_t i = 0; i < decisions.size(); ++i) {
    if (decisions[i].label == label) words += document.blocks[i].words;
  }
  return words;
}

// A request to subscribe stands right behind the last block of the text, but for a line or two.
bool breaks_off(const page::Document& document, const Decisions& decisions) {
  constexpr std::size_t kNear = 4;
  const auto last = std::find_if(decisions.rbegin(), decisions.rend(), is_in_text);
  const std::size_t from = static_cast<std::size_t>(decisions.rend() - last);
  const std::size_t end = std::min(document.blocks.size(), from + kNear);
  for (std::size_t i = from; i < end; ++i) {
    if (decisions[i].label == Label::kSubscription) return true;
  }
  return false;
}

}  // namespace

Verdict verdict(const page::Document& document, const Decisions& decisions, Access access) {
  const Kept kept = sum_kept(document, decisions);
  std::uint32_t words = 0;
  for (const Block& block : document.blocks) words += block.words;
  const bool links = count_headline_links(document) >= kMinIndexLinks;
  if (kept.words < kLongestNotice && !links && tells_error(document)) return Verdict::kErrorPage;
  if (kept.words < kLongestShell) {
    const std::uint32_t consent = words_labelled(document, decisions, Label::kConsent);
    if (2 * consent > words) return Verdict::kConsentWall;
    if (words < kLongestNotice && is_shell(document, words)) return Verdict::kJsShell;
  }
  if (kept.words == 0) return links ? Verdict::kIndex : Verdict::kEmpty;
  if (kept.words < kLongestStub &&
      (access == Access::kTruncated || breaks_off(document, decisions))) {
    return Verdict::kPaywallStub;
  }
  if (links && kept.longest_run < kFewWords) return Verdict::kIndex;
  return is_teasers(kept) ? Verdict::kIndex : Verdict::kArticle;
}

}  // namespace thresh::judge
