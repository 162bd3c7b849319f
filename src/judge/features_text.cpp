// Columns of a block by itself and of the blocks right before and after it.
#include <algorithm>

#include "judge/declared_url.hpp"
#include "judge/feature_groups.hpp"

namespace thresh::judge {
namespace {

using page::Block;
using page::kNone;

bool is_bold(const page::Document& document, const Block& block) {
  for (std::uint32_t i = block.first_mark; i < block.end_mark; ++i) {
    const page::Mark& mark = document.marks[i];
    if (mark.type == page::MarkType::kStrong && mark.text.length == block.text.length) return true;
  }
  return false;
}

void fill_words(const Page& page, FeatureTable& table) {
  const auto column = [&](Feature feature) { return table.column(feature); };
  for (std::uint32_t i = page.first; i < page.end; ++i) {
    const Block& block = page.document.blocks[i];
    const TextFacts& text = page.measures.texts.blocks[i];
    const std::string_view string = page.document.str(block.text);
    column(Feature::kWords)[i] = log_of(block.words);
    column(Feature::kCharacters)[i] = share(static_cast<std::uint32_t>(string.size()), block.words);
    column(Feature::kLinkShare)[i] = share(block.link_words, block.words);
    column(Feature::kLinks)[i] = log_of(block.end_link - block.first_link);
    column(Feature::kSentences)[i] = log_of(block.sentences);
    column(Feature::kEndsSentence)[i] = flag(text.ends_sentence);
    column(Feature::kCommas)[i] = share(text.commas, text.words);
    column(Feature::kCapitals)[i] = share(text.capitals, text.words);
    column(Feature::kNumbers)[i] = share(text.numbers, text.words);
    column(Feature::kTitleOverlap)[i] = text.title_overlap;
    column(Feature::kWe)[i] = share(text.address.we, text.words);
    column(Feature::kYou)[i] = share(text.address.you, text.words);
  }
}

void fill_kind(const Page& page, FeatureTable& table) {
  const auto column = [&](Feature feature) { return table.column(feature); };
  for (std::uint32_t i = page.first; i < page.end; ++i) {
    const Block& block = page.document.blocks[i];
    column(Feature::kType)[i] = static_cast<float>(block.type);
    column(Feature::kLevel)[i] = static_cast<float>(block.level);
    column(Feature::kQuote)[i] = static_cast<float>(block.quote_depth);
    column(Feature::kHidden)[i] = flag(block.hidden);
    column(Feature::kInCell)[i] = flag(block.cell != kNone);
    column(Feature::kParagraphTag)[i] =
        flag(page.document.containers[block.container].tag == page::Tag::kP);
    column(Feature::kStrongWhole)[i] = flag(is_bold(page.document, block));
  }
}

void fill_links(const Page& page, FeatureTable& table) {
  const std::string_view own = host_of(declared_url(page.document));
  for (std::uint32_t i = page.first; i < page.end; ++i) {
    const Block& block = page.document.blocks[i];
    float& elsewhere = table.column(Feature::kLinkElsewhere)[i];
    elsewhere = -1;
    if (block.first_link == block.end_link) continue;
    const std::string_view href = page.document.str(page.document.links[block.first_link].href);
    const std::string_view host = host_of(href);
    elsewhere = flag(!host.empty() && host != own);
    table.column(Feature::kLinkInPage)[i] = flag(href.starts_with('#'));
  }
}

void fill_images(const Page& page, FeatureTable& table) {
  std::vector<std::uint32_t> images(page.blocks + 1);
  for (const page::Image& image : page.document.images) ++images[image.before_block];
  for (std::uint32_t i = page.first; i < page.end; ++i) {
    table.column(Feature::kImages)[i] = log_of(images[i]);
  }
}

void fill_neighbours(const Page& page, FeatureTable& table) {
  constexpr std::uint32_t kNear = 5;
  const auto column = [&](Feature feature) { return table.column(feature); };
  const auto words = [&](std::uint32_t i) { return log_of(page.document.blocks[i].words); };
  for (std::uint32_t i = page.first; i < page.end; ++i) {
    const bool first = i == 0;
    const bool last = i + 1 == page.blocks;
    column(Feature::kWordsBefore)[i] = first ? -1 : words(i - 1);
    column(Feature::kWordsAfter)[i] = last ? -1 : words(i + 1);
    const std::uint32_t from = i > kNear ? i - kNear : 0;
    const std::uint32_t end = std::min(page.blocks, i + kNear + 1);
    const Totals near = page.measures.sums.of(from, end);
    column(Feature::kNearWords)[i] = log_of(near.words / (end - from));
    column(Feature::kNearLinkShare)[i] = share(near.link_words, near.words);
    column(Feature::kNearProse)[i] = share(near.prose_words, near.words);
  }
}

}  // namespace

void fill_text(const Page& page, FeatureTable& table) {
  fill_words(page, table);
  fill_kind(page, table);
  fill_links(page, table);
  fill_images(page, table);
  fill_neighbours(page, table);
}

}  // namespace thresh::judge
