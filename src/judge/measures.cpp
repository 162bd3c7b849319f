#include "judge/measures.hpp"

#include <algorithm>
#include <utility>

#include "judge/headline.hpp"
#include "judge/looks.hpp"

namespace thresh::judge {
namespace {

// first_prose and last_prose.
void locate_prose(const page::Document& document, Measures& measures) {
  const page::Container& body = document.containers[measures.body];
  measures.first_prose = measures.last_prose = body.end_block;
  for (std::uint32_t i = body.first_block; i < body.end_block; ++i) {
    if (!measures.prose[i]) continue;
    measures.first_prose = std::min(measures.first_prose, i);
    measures.last_prose = i;
  }
}

}  // namespace

std::vector<std::uint32_t> headings_above(const page::Document& document) {
  std::vector<std::uint32_t> above(document.blocks.size(), page::kNone);
  std::uint32_t heading = page::kNone;
  for (std::uint32_t i = 0; i < above.size(); ++i) {
    above[i] = heading;
    if (document.blocks[i].type == page::BlockType::kHeading) heading = i;
  }
  return above;
}

Measures measure(const page::Document& document) {
  std::vector<std::uint32_t> looks = find_looks(document);
  Texts texts = read_texts(document);
  std::vector<LabelSet> hints = container_hints(document, looks);
  Forms forms = find_forms(document);
  std::vector<Prompt> prompts = find_prompts(document, texts, hints, forms);
  std::vector<bool> prose(document.blocks.size());
  for (std::uint32_t i = 0; i < prose.size(); ++i) {
    prose[i] = is_prose(document.blocks[i]) && !prompts[i].found;
  }
  BlockSums sums(document, prose);
  std::vector<LabelSet> inherited = inherit_hints(document, sums, hints);
  Measures measures{std::move(looks),     std::move(texts), std::move(prompts),
                    std::move(prose),     std::move(sums),  std::move(hints),
                    std::move(inherited), std::move(forms), headings_above(document)};
  measures.body = smallest_with_prose(document, measures.sums, 0.5);
  measures.headline = find_headline(document, measures.texts, measures.hints, measures.body);
  locate_prose(document, measures);
  measures.strays = find_strays(document, measures);
  return measures;
}

}  // namespace thresh::judge
