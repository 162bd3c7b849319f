// Columns of where a block stands: its containers, the body, the headline, its section, and what
// repeats.
#include <algorithm>

#include "judge/feature_groups.hpp"
#include "judge/patterns.hpp"

namespace thresh::judge {
namespace {

using page::Block;
using page::Container;
using page::kNone;

struct RingColumns {
  Ring ring;
  Feature words, prose, link_share, blocks;
};
constexpr RingColumns kRingColumns[] = {
    {kInner, Feature::kInnerWords, Feature::kInnerProse, Feature::kInnerLinkShare,
     Feature::kInnerBlocks},
    {kMiddle, Feature::kMiddleWords, Feature::kMiddleProse, Feature::kMiddleLinkShare,
     Feature::kMiddleBlocks},
    {kOuter, Feature::kOuterWords, Feature::kOuterProse, Feature::kOuterLinkShare,
     Feature::kOuterBlocks},
};

void fill_rings(const Page& page, FeatureTable& table) {
  const std::uint32_t page_words = page.measures.sums.page().words;
  for (const RingColumns& columns : kRingColumns) {
    for (std::uint32_t i = page.first; i < page.end; ++i) {
      const std::uint32_t ring = page.surroundings.rings[i][columns.ring];
      Totals in;
      if (ring != kNone) in = page.measures.sums.of(page.document.containers[ring]);
      table.column(columns.words)[i] = ring == kNone ? -1 : share(in.words, page_words);
      table.column(columns.prose)[i] = share(in.prose_words, in.words);
      table.column(columns.link_share)[i] = share(in.link_words, in.words);
      table.column(columns.blocks)[i] = log_of(in.blocks);
    }
  }
  const Forms& forms = page.measures.forms;
  for (std::uint32_t i = page.first; i < page.end; ++i) {
    const auto& rings = page.surroundings.rings[i];
    if (rings[kInner] != kNone) {
      table.column(Feature::kInnerFields)[i] = log_of(forms.fields[rings[kInner]]);
    }
    if (rings[kMiddle] != kNone) {
      table.column(Feature::kMiddleFields)[i] = log_of(forms.fields[rings[kMiddle]]);
    }
    const Container& own = page.document.containers[page.document.blocks[i].container];
    table.column(Feature::kDepth)[i] = log_of(own.depth);
  }
}

// Of each container: up from the block's or container's place to one that holds `inner` as well.
std::vector<std::uint32_t> steps_from(const page::Document& document, std::uint32_t inner) {
  std::vector<std::uint32_t> steps(document.containers.size());
  std::uint32_t on_path = inner;
  for (std::uint32_t up = 0; on_path != kNone; ++up) {
    steps[on_path] = up;
    on_path = document.containers[on_path].parent;
  }
  for (std::uint32_t c = 1; c < document.containers.size(); ++c) {
    if (!contains(document, c, inner)) steps[c] = steps[document.containers[c].parent];
  }
  return steps;
}

void fill_body(const Page& page, FeatureTable& table) {
  const auto column = [&](Feature feature) { return table.column(feature); };
  const Measures& measures = page.measures;
  const std::uint32_t wide = smallest_with_prose(page.document, measures.sums, 0.85);
  const std::vector<std::uint32_t> steps = steps_from(page.document, measures.body);
  const std::uint32_t all = measures.sums.page().words;
  const std::uint32_t body = measures.sums.of(page.document.containers[measures.body]).words;
  const std::uint32_t length = measures.last_prose - measures.first_prose;
  for (std::uint32_t i = page.first; i < page.end; ++i) {
    const std::uint32_t container = page.document.blocks[i].container;
    column(Feature::kInBody)[i] = flag(contains(page.document, measures.body, container));
    column(Feature::kInWideBody)[i] = flag(contains(page.document, wide, container));
    column(Feature::kBodySteps)[i] = log_of(steps[container]);
    column(Feature::kBodyShare)[i] = share(body, all);
    column(Feature::kAfterProse)[i] = flag(i > measures.last_prose);
    const std::uint32_t place = std::clamp(i, measures.first_prose, measures.last_prose);
    column(Feature::kBodyPlace)[i] = share(place - measures.first_prose, length);
    float words = 0;
    if (i < measures.first_prose) {
      words = -log_of(measures.sums.of(i, std::min(measures.first_prose, page.blocks)).words);
    } else if (i > measures.last_prose) {
      words = log_of(measures.sums.of(measures.last_prose, i).words);
    }
    column(Feature::kWordsToProse)[i] = words;
    const std::uint32_t before = measures.sums.of(0, i).words;
    column(Feature::kPlace)[i] = share(before, all);
  }
}

void fill_headline(const Page& page, FeatureTable& table) {
  const auto column = [&](Feature feature) { return table.column(feature); };
  const std::uint32_t headline = page.measures.headline;
  if (headline == kNone) {
    table.fill(Feature::kHeadlineSteps, -1);
    return;
  }
  const std::vector<std::uint32_t> steps =
      steps_from(page.document, page.document.blocks[headline].container);
  for (std::uint32_t i = page.first; i < page.end; ++i) {
    const std::uint32_t from = std::min(i, headline);
    const float words = log_of(page.measures.sums.of(from, std::max(i, headline)).words);
    column(Feature::kIsHeadline)[i] = flag(i == headline);
    column(Feature::kHeadlineDistance)[i] = i < headline ? -words : words;
    column(Feature::kHeadlineSteps)[i] = log_of(steps[page.document.blocks[i].container]);
    column(Feature::kUnderHeadline)[i] = flag(i > headline && i < page.measures.first_prose);
  }
}

void fill_section(const Page& page, FeatureTable& table) {
  for (std::uint32_t i = page.first; i < page.end; ++i) {
    const std::uint32_t heading = page.measures.headings_above[i];
    if (heading == kNone) continue;
    const Block& above = page.document.blocks[heading];
    table.column(Feature::kSectionLevel)[i] = static_cast<float>(above.level);
    table.column(Feature::kSectionLinkShare)[i] = share(above.link_words, above.words);
  }
}

void fill_repetition(const Page& page, FeatureTable& table) {
  const auto column = [&](Feature feature) { return table.column(feature); };
  const std::uint32_t page_words = page.measures.sums.page().words;
  for (std::uint32_t i = page.first; i < page.end; ++i) {
    const std::uint32_t container = page.document.blocks[i].container;
    const Totals& pattern = page.surroundings.patterns.of(container);
    column(Feature::kPatternShare)[i] = share(pattern.words, page_words);
    column(Feature::kPatternLinkShare)[i] = share(pattern.link_words, pattern.words);
    column(Feature::kPatternWords)[i] = log_of(pattern.words / std::max(1U, pattern.blocks));
    column(Feature::kPatternBlocks)[i] = log_of(pattern.blocks);
    const Item& item = page.items[container];
    column(Feature::kItemPlace)[i] = -1;
    if (item.container == kNone) continue;
    column(Feature::kItems)[i] = log_of(item.count);
    const Container& own = page.document.containers[item.container];
    const Container& list = page.document.containers[own.parent];
    column(Feature::kItemShare)[i] = share(page.measures.sums.of(own).words, item.words);
    column(Feature::kItemPlace)[i] =
        share(page.measures.sums.of(list.first_block, own.first_block).words,
              page.measures.sums.of(list).words);
  }
}

}  // namespace

void fill_place(const Page& page, FeatureTable& table) {
  fill_rings(page, table);
  fill_body(page, table);
  fill_headline(page, table);
  fill_section(page, table);
  fill_repetition(page, table);
}

}  // namespace thresh::judge
