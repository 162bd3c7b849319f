// Columns of what names in the mark-up, phrases and rules say of a block, and of the page.
#include <algorithm>

#include "judge/context.hpp"
#include "judge/feature_groups.hpp"

namespace thresh::judge {
namespace {

// Weight of phrases a word. The root, as a second phrase tells less than the first.
float density(std::uint32_t weight, std::uint32_t words) {
  return std::sqrt(std::min(1.0F, share(weight, words)));
}

void fill_hints(const Page& page, FeatureTable& table) {
  const auto column = [&](Feature feature) { return table.column(feature); };
  for (std::uint32_t i = page.first; i < page.end; ++i) {
    const LabelSet hints = page.measures.inherited_hints[page.document.blocks[i].container];
    column(Feature::kAsideHint)[i] = flag(hints.overlaps(kAsideLabels));
    column(Feature::kMetaHint)[i] = flag(hints.overlaps(kMetaLabels));
    column(Feature::kPromptHint)[i] = flag(hints.overlaps(kPromptLabels));
  }
}

Feature stray_feature(Label label) {
  if (label == Label::kCaption) return Feature::kStrayCaption;
  return label == Label::kRelated ? Feature::kStrayLink : Feature::kStrayOther;
}

void fill_phrases(const Page& page, FeatureTable& table) {
  const auto column = [&](Feature feature) { return table.column(feature); };
  for (std::uint32_t i = page.first; i < page.end; ++i) {
    const TextFacts& text = page.measures.texts.blocks[i];
    column(Feature::kPrompt)[i] = flag(page.measures.prompts[i].found);
    column(Feature::kPromptWords)[i] = density(text.prompts, text.words);
    column(Feature::kAsideWords)[i] = density(text.asides, text.words);
    column(Feature::kRemarkWords)[i] = density(text.remarks, text.words);
    const Stray& stray = page.measures.strays[i];
    if (stray.found) column(stray_feature(stray.label))[i] = 1;
  }
}

// A letter to the readers is paragraphs like all others; what gives it away stands in a few of
// them.
void fill_nearby(const Page& page, FeatureTable& table) {
  std::vector<float> we(page.blocks);
  std::vector<float> you(page.blocks);
  std::vector<float> prompts(page.blocks);
  for (std::uint32_t i = 0; i < page.blocks; ++i) {
    const TextFacts& text = page.measures.texts.blocks[i];
    we[i] = share(text.address.we, text.words);
    you[i] = share(text.address.you, text.words);
    prompts[i] = flag(page.measures.prompts[i].found);
  }
  const Context near_we(page.document, page.surroundings, we);
  const Context near_you(page.document, page.surroundings, you);
  const Context near_prompts(page.document, page.surroundings, prompts);
  for (std::uint32_t i = page.first; i < page.end; ++i) {
    table.column(Feature::kNearWe)[i] = near_we.near(i, 3);
    table.column(Feature::kNearYou)[i] = near_you.near(i, 3);
    table.column(Feature::kNearPrompts)[i] = near_prompts.near(i, 5);
  }
}

bool says_article(const page::Document& document) {
  for (const page::Meta& meta : document.metas) {
    if (document.str(meta.name) == "og:type" && document.str(meta.content) == "article") {
      return true;
    }
  }
  constexpr std::string_view kTypes[] = {"NewsArticle\"", "\"Article\"", "BlogPosting\"",
                                         "ReportageNewsArticle"};
  return std::any_of(document.json_ld.begin(), document.json_ld.end(), [&](page::Slice slice) {
    const std::string_view text = document.str(slice);
    return std::any_of(std::begin(kTypes), std::end(kTypes),
                       [&](std::string_view type) { return text.find(type) != text.npos; });
  });
}

void fill_page(const Page& page, FeatureTable& table) {
  const Totals all = page.measures.sums.page();
  std::uint32_t item_words = 0;
  for (const page::Block& block : page.document.blocks) {
    if (page.items[block.container].container != page::kNone) item_words += block.words;
  }
  table.fill(Feature::kPageWords, log_of(all.words));
  table.fill(Feature::kPageLinkShare, share(all.link_words, all.words));
  table.fill(Feature::kPageProse, share(all.prose_words, all.words));
  table.fill(Feature::kPageBlocks, log_of(all.blocks));
  table.fill(Feature::kPageArticle, flag(says_article(page.document)));
  table.fill(Feature::kPageItems, share(item_words, all.words));
}

}  // namespace

void fill_names(const Page& page, FeatureTable& table) {
  fill_hints(page, table);
  fill_phrases(page, table);
  fill_nearby(page, table);
  fill_page(page, table);
}

}  // namespace thresh::judge
