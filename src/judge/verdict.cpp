// The verdict by rule: a page with a body is an article, one of links to articles an index.
#include <algorithm>

#include "judge/judge.hpp"

namespace thresh::judge {
namespace {

// What a list of links needs to be an index: so many links of so many words, no menu's.
constexpr std::size_t kMinIndexLinks = 10;
constexpr std::uint32_t kMinTeaserWords = 4;

}  // namespace

Verdict verdict(const page::Document& document, const Decisions& decisions) {
  std::uint32_t kept_words = 0;
  std::uint32_t longest = 0;
  std::size_t teasers = 0;
  for (std::size_t i = 0; i < decisions.size(); ++i) {
    const page::Block& block = document.blocks[i];
    const bool in_text = decisions[i].keep && label_group(decisions[i].label) == LabelGroup::kBody;
    if (in_text) {
      kept_words += block.words;
      longest = std::max(longest, block.words);
    }
    if (block.link_words >= kMinTeaserWords) ++teasers;
  }
  if (kept_words == 0) return teasers >= kMinIndexLinks ? Verdict::kIndex : Verdict::kEmpty;
  return Verdict::kArticle;
}

}  // namespace thresh::judge
