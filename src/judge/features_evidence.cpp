// Columns of what words and mark-up say of a block, of its neighbours, and on the whole of the
// containers, pattern and section it belongs to: a widget's single lines may look like anything.
#include <algorithm>

#include "judge/context.hpp"
#include "judge/feature_groups.hpp"
#include "judge/lane_context.hpp"

namespace thresh::judge {
namespace {

using page::BlockType;
using page::kNone;

constexpr std::size_t kBody = 0;

// A logit as -1 to 1; cheaper than an exponential, and as good to trees.
float squash(float logit) { return logit / (1 + std::abs(logit)); }

float most_of_prompts(const Lanes& lanes) {
  return squash(
      *std::max_element(lanes.begin() + kFirstPromptLane, lanes.begin() + kEndPromptLane));
}

template <typename Of>
std::vector<float> column_of(std::uint32_t blocks, Of of) {
  std::vector<float> values(blocks);
  for (std::uint32_t i = 0; i < blocks; ++i) values[i] = of(i);
  return values;
}

// Of each block the section it stands in: from the heading above, or the page's start, up to the
// next heading.
struct Section {
  std::uint32_t first, end;
};
std::vector<Section> find_sections(const Page& page) {
  std::vector<Section> sections(page.blocks);
  std::uint32_t end = page.blocks;
  for (std::uint32_t i = page.blocks; i-- > 0;) {
    const std::uint32_t heading = page.measures.headings_above[i];
    sections[i] = {heading == kNone ? 0 : heading, end};
    if (page.document.blocks[i].type == BlockType::kHeading) end = i;
  }
  return sections;
}

void fill_both(const Page& page, const std::vector<float>& values,
               const std::vector<Section>& sections, FeatureTable& table) {
  const auto column = [&](Feature feature) { return table.column(feature); };
  const Context context(page.document, page.surroundings, values);
  const std::vector<float> bodies =
      column_of(page.blocks, [&](std::uint32_t i) { return 0.5F + 0.5F * values[i]; });
  const Context body(page.document, page.surroundings, bodies);
  const float expected = std::log1p(static_cast<float>(body.sum()));
  for (std::uint32_t i = page.first; i < page.end; ++i) {
    column(Feature::kBoth)[i] = values[i];
    column(Feature::kBothBefore)[i] = context.neighbour(i, -1);
    column(Feature::kBothAfter)[i] = context.neighbour(i, 1);
    column(Feature::kBothAfter2)[i] = context.neighbour(i, 2);
    column(Feature::kBothNear)[i] = context.near(i, 4);
    column(Feature::kBothInner)[i] = context.ring(i, kInner);
    column(Feature::kBothInnerRest)[i] = context.rest_of_ring(i, kInner);
    column(Feature::kBothMiddle)[i] = context.ring(i, kMiddle);
    column(Feature::kBothOuter)[i] = context.ring(i, kOuter);
    column(Feature::kBothPattern)[i] = context.pattern(i);
    column(Feature::kBothPatternRest)[i] = context.rest_of_pattern(i);
    const std::uint32_t heading = page.measures.headings_above[i];
    column(Feature::kBothHeading)[i] = heading == kNone ? -1 : values[heading];
    column(Feature::kBothSection)[i] = context.mean(sections[i].first, sections[i].end);
    column(Feature::kBothPassed)[i] =
        static_cast<float>(body.sum_before(i) / std::max(1.0, body.sum()));
    column(Feature::kBothPage)[i] = context.page();
    column(Feature::kBothExpected)[i] = expected;
  }
}

struct AloneColumns {
  Feature own, after, inner, middle, pattern, page;
};
constexpr AloneColumns kTextColumns = {Feature::kText,        Feature::kTextAfter,
                                       Feature::kTextInner,   Feature::kTextMiddle,
                                       Feature::kTextPattern, Feature::kTextPage};
constexpr AloneColumns kMarkupColumns = {Feature::kMarkup,        Feature::kMarkupAfter,
                                         Feature::kMarkupInner,   Feature::kMarkupMiddle,
                                         Feature::kMarkupPattern, Feature::kMarkupPage};

void fill_alone(const Page& page, const AloneColumns& columns, const std::vector<float>& values,
                FeatureTable& table) {
  const Context context(page.document, page.surroundings, values);
  for (std::uint32_t i = page.first; i < page.end; ++i) {
    table.column(columns.own)[i] = values[i];
    table.column(columns.after)[i] = context.neighbour(i, 1);
    table.column(columns.inner)[i] = context.ring(i, kInner);
    table.column(columns.middle)[i] = context.ring(i, kMiddle);
    table.column(columns.pattern)[i] = context.pattern(i);
    table.column(columns.page)[i] = context.page();
  }
}

void fill_asks(const Page& page, const Evidence& evidence, const std::vector<Section>& sections,
               FeatureTable& table) {
  const auto column = [&](Feature feature) { return table.column(feature); };
  const std::vector<float> text =
      column_of(page.blocks, [&](std::uint32_t i) { return most_of_prompts(evidence.text[i]); });
  const std::vector<float> markup =
      column_of(page.blocks, [&](std::uint32_t i) { return most_of_prompts(evidence.markup[i]); });
  const Context words(page.document, page.surroundings, text);
  const Context names(page.document, page.surroundings, markup);
  for (std::uint32_t i = page.first; i < page.end; ++i) {
    column(Feature::kAsk)[i] = text[i];
    column(Feature::kAskAfter)[i] = words.neighbour(i, 1);
    column(Feature::kAskNear)[i] = words.near(i, 3);
    column(Feature::kAskWide)[i] = words.near(i, 8);
    column(Feature::kAskSection)[i] = words.mean(sections[i].first, sections[i].end);
    const std::uint32_t heading = page.measures.headings_above[i];
    column(Feature::kAskHeading)[i] = heading == kNone ? -1 : text[heading];
    column(Feature::kAskInner)[i] = words.ring(i, kInner);
    column(Feature::kAskMiddle)[i] = words.ring(i, kMiddle);
    column(Feature::kAskOuter)[i] = words.ring(i, kOuter);
    column(Feature::kAskInnerMost)[i] = words.most_in_ring(i, kInner);
    column(Feature::kAskPattern)[i] = words.pattern(i);
    column(Feature::kAskMarkupInner)[i] = names.ring(i, kInner);
    column(Feature::kAskMarkupMiddle)[i] = names.ring(i, kMiddle);
  }
}

Lanes squash(const Lanes& logits) {
  Lanes squashed;
  for (std::size_t lane = 0; lane < kLanes; ++lane) squashed[lane] = squash(logits[lane]);
  return squashed;
}

// The label lanes, 1 to 15.
void fill_lanes(const Page& page, const Evidence& evidence, FeatureTable& table) {
  const auto fill = [&](Feature first, std::uint32_t i, const Lanes& lanes) {
    table.set_row(first, i, lanes.data() + 1, kLanes - 1);
  };
  std::vector<Lanes> both(page.blocks);
  for (std::uint32_t i = 0; i < page.blocks; ++i) {
    const Lanes text = squash(evidence.text[i]);
    const Lanes markup = squash(evidence.markup[i]);
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
      both[i][lane] = 0.5F + 0.25F * (text[lane] + markup[lane]);
    }
    if (i < page.first || i >= page.end) continue;
    fill(Feature::kTextSubscription, i, text);
    fill(Feature::kMarkupSubscription, i, markup);
  }
  const LaneContext context(page.document, page.surroundings, both);
  for (std::uint32_t i = page.first; i < page.end; ++i) {
    fill(Feature::kInnerSubscription, i, context.ring(i, kInner));
    fill(Feature::kPatternSubscription, i, context.pattern(i));
  }
}

void fill_page_types(const Page& page, const PageTypes& types, FeatureTable& table) {
  for (std::uint32_t i = page.first; i < page.end; ++i) {
    table.set_row(Feature::kTypeArticle, i, types.data(), types.size());
  }
}

}  // namespace

void fill_evidence(const Page& page, const Evidence& evidence, FeatureTable& table) {
  const auto text =
      column_of(page.blocks, [&](std::uint32_t i) { return squash(evidence.text[i][kBody]); });
  const auto markup =
      column_of(page.blocks, [&](std::uint32_t i) { return squash(evidence.markup[i][kBody]); });
  const auto both = column_of(page.blocks, [&](std::uint32_t i) {
    return squash(evidence.text[i][kBody] + evidence.markup[i][kBody]);
  });
  const std::vector<Section> sections = find_sections(page);
  fill_both(page, both, sections, table);
  fill_alone(page, kTextColumns, text, table);
  fill_alone(page, kMarkupColumns, markup, table);
  fill_asks(page, evidence, sections, table);
  fill_lanes(page, evidence, table);
  fill_page_types(page, evidence.page_types, table);
}

}  // namespace thresh::judge
