// dump_facts OUT FOLDS MODELS PAGE...: what tells how good the text of each page is, for
// confidence.py. Every page is judged by the model that was trained without its site.
//
// OUT.facts gets a row of floats a page, OUT.fact_names their names, OUT.fact_sources the pages.
#include <fstream>
#include <iostream>
#include <string>

#include "judge/confidence.hpp"
#include "train/models.hpp"
#include "train/pages.hpp"

using namespace thresh;

namespace {

constexpr const char* kNames[] = {
#define THRESH_PAGE_FACT(enumerator, meaning) #enumerator,
#include "judge/page_facts.inc"
#undef THRESH_PAGE_FACT
};

judge::PageFacts facts_of(const page::Document& document, const judge::Model& model) {
  const judge::Measures measures = judge::measure(document);
  const judge::Scores scores = judge::score(document, measures, model);
  return judge::page_facts(document, measures, scores, judge::label(document, measures, scores));
}

}  // namespace

int main(int argc, char** argv) {
  train::Folds folds;
  if (argc < 5 || !folds.read(argv[2], argv[3], true)) {
    std::cerr << "usage: dump_facts OUT FOLDS MODELS PAGE...\n";
    return 64;
  }
  const std::string out = argv[1];
  std::ofstream rows(out + ".facts", std::ios::binary);
  std::ofstream sources(out + ".fact_sources");
  std::ofstream names(out + ".fact_names");
  for (const char* name : kNames) names << name << '\n';
  const auto dump = [&](const std::string& source, const page::Document& document) {
    const judge::Model* model = folds.model_for(source);
    if (model == nullptr) return;
    const judge::PageFacts facts = facts_of(document, *model);
    rows.write(reinterpret_cast<const char*>(facts.data()), sizeof facts);
    sources << source << '\n';
  };
  train::for_each_document({argv + 4, argv + argc}, dump);
  return rows && sources && names ? 0 : 74;
}
