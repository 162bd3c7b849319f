#include "judge/features.hpp"

#include "judge/feature_groups.hpp"

namespace thresh::judge {

FeatureTable tabulate(const page::Document& document, const Measures& measures,
                      const Evidence& evidence) {
  FeatureTable table(document.blocks.size());
  const Surroundings surroundings(document, measures.sums);
  const Page page{document, measures, surroundings,
                  static_cast<std::uint32_t>(document.blocks.size())};
  fill_text(page, table);
  fill_place(page, table);
  fill_names(page, table);
  fill_evidence(page, evidence, table);
  return table;
}

}  // namespace thresh::judge
