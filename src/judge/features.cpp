#include "judge/features.hpp"

#include "judge/feature_groups.hpp"

namespace thresh::judge {

Tabulator::Tabulator(const page::Document& document, const Measures& measures,
                     const Evidence& evidence)
    : document_(document),
      measures_(measures),
      evidence_(evidence),
      surroundings_(document, measures.sums),
      items_(find_items(document, measures.sums, surroundings_.patterns)) {}

FeatureTable Tabulator::table(std::uint32_t first, std::uint32_t end) const {
  FeatureTable table(end - first, kFeatureCount, first);
  const Page page{document_,
                  measures_,
                  surroundings_,
                  items_,
                  static_cast<std::uint32_t>(document_.blocks.size()),
                  first,
                  end};
  fill_text(page, table);
  fill_place(page, table);
  fill_names(page, table);
  fill_evidence(page, evidence_, table);
  return table;
}

FeatureTable tabulate(const page::Document& document, const Measures& measures,
                      const Evidence& evidence) {
  const auto blocks = static_cast<std::uint32_t>(document.blocks.size());
  return Tabulator(document, measures, evidence).table(0, blocks);
}

}  // namespace thresh::judge
