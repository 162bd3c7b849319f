// dump_features OUT FOLDS MODELS PAGE...: what the trees see of pages, for train.py.
//
// PAGE is a file or a folder. The evidence of a page is by the tables that were trained without its
// site (models.hpp). OUT.features gets a row of floats a block (of this machine's byte order),
// OUT.names the features' names, one a line. The order of pages is that of dump_hashes.
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "judge/features.hpp"
#include "train/feature_names.hpp"
#include "train/models.hpp"
#include "train/pages.hpp"

using namespace thresh;

int main(int argc, char** argv) {
  if (argc < 5) {
    std::cerr << "usage: dump_features OUT FOLDS MODELS PAGE...\n";
    return 64;
  }
  train::Folds folds;
  if (!folds.read(argv[2], argv[3], false)) {
    std::cerr << "folds or tables of evidence are missing\n";
    return 66;
  }
  const std::string out = argv[1];
  std::ofstream features(out + ".features", std::ios::binary);
  std::ofstream names(out + ".names");
  for (const char* name : train::kFeatureNames) names << name << '\n';
  int status = 0;
  std::vector<float> row(judge::kFeatureCount);
  const auto dump = [&](const std::string& source, const page::Document& document) {
    const judge::Model* model = folds.model_for(source);
    if (model == nullptr) {
      std::cerr << source << ": in no fold\n";
      status = 65;
      return;
    }
    const judge::Measures measures = judge::measure(document);
    const judge::Evidence evidence = judge::weigh(document, measures, model->evidence);
    const judge::FeatureTable table = judge::tabulate(document, measures, evidence);
    for (std::uint32_t i = 0; i < table.rows(); ++i) {
      for (std::size_t f = 0; f < row.size(); ++f) {
        row[f] = table.at(static_cast<judge::Feature>(f), i);
      }
      features.write(reinterpret_cast<const char*>(row.data()),
                     static_cast<std::streamsize>(row.size() * sizeof row[0]));
    }
  };
  train::for_each_document({argv + 4, argv + argc}, dump);
  return features && names ? status : 74;
}
