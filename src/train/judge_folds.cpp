// judge_folds FOLDS MODELS PAGE...: every page judged by the model that was trained without its
// site; a line of JSON a page on stdout, for score.py.
//
// FOLDS: a line "FOLD<tab>SOURCE" a page. MODELS: a folder with FOLD.model, a line "bias VALUE" and
// a line "FEATURE VALUE" a feature. Both are written by train.py.
#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "batch/names.hpp"
#include "extract_with.hpp"
#include "judge/model.hpp"
#include "thresh/write.hpp"
#include "train/feature_names.hpp"
#include "train/pages.hpp"

namespace {

using namespace thresh;

bool read_model(const std::string& path, judge::Model& model) {
  std::ifstream file(path);
  std::map<std::string, float> values;
  std::string name;
  for (float value = 0; file >> name >> value;) values[name] = value;
  if (values.size() != judge::kFeatureCount + 1) return false;
  model.bias = values["bias"];
  for (std::size_t i = 0; i < judge::kFeatureCount; ++i) {
    model.weights[i] = values[train::kFeatureNames[i]];
  }
  return true;
}

class Folds {
 public:
  // False if a file is missing or a model does not fit this program's features.
  bool read(const std::string& folds_file, const std::string& models_folder) {
    std::ifstream folds(folds_file);
    std::string fold;
    for (std::string source; std::getline(folds, fold, '\t') && std::getline(folds, source);) {
      fold_of_[source] = fold;
    }
    for (const auto& [source, name] : fold_of_) {
      if (models_.contains(name)) continue;
      std::string file = models_folder;
      file += "/" + name + ".model";
      if (!read_model(file, models_[name])) return false;
    }
    return !fold_of_.empty();
  }

  // nullptr: the page is in no fold.
  const judge::Model* model_for(const std::string& source) const {
    const auto fold = fold_of_.find(source);
    return fold == fold_of_.end() ? nullptr : &models_.at(fold->second);
  }

 private:
  std::map<std::string, std::string> fold_of_;
  std::map<std::string, judge::Model> models_;
};

std::string line_of(const std::string& source, const std::string& bytes,
                    const judge::Model& model) {
  WriteOptions options;
  options.boilerplate = true;
  const std::string_view name = batch::last_part(batch::without_page_ending(source));
  const Origin origin{name, source};
  const Result<Article> article = extract_with({bytes, {}, {}}, {}, model);
  return article ? write(*article, Format::kJsonl, options, origin)
                 : write_error(article.error(), Format::kJsonl, origin);
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 4) {
    std::cerr << "usage: judge_folds FOLDS MODELS PAGE...\n";
    return 64;
  }
  Folds folds;
  if (!folds.read(argv[1], argv[2])) {
    std::cerr << "folds or models are missing or do not fit this program\n";
    return 66;
  }
  int status = 0;
  train::for_each_page({argv + 3, argv + argc},
                       [&](const std::string& source, const std::string& bytes) {
                         const judge::Model* model = folds.model_for(source);
                         if (model != nullptr) {
                           std::cout << line_of(source, bytes, *model);
                         } else {
                           std::cerr << source << ": in no fold\n";
                           status = 65;
                         }
                       });
  return status;
}
