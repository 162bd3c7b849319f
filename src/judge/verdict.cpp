// The verdict by rule: a page with a body is an article, one of links to articles an index.
#include <algorithm>

#include "judge/judge.hpp"

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

}  // namespace

Verdict verdict(const page::Document& document, const Decisions& decisions) {
  const Kept kept = sum_kept(document, decisions);
  const bool links = count_headline_links(document) >= kMinIndexLinks;
  if (kept.words == 0) return links ? Verdict::kIndex : Verdict::kEmpty;
  if (links && kept.longest_run < kFewWords) return Verdict::kIndex;
  return is_teasers(kept) ? Verdict::kIndex : Verdict::kArticle;
}

}  // namespace thresh::judge
