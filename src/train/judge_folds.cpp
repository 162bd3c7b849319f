// judge_folds FOLDS MODELS PAGE...: every page judged by the model that was trained without its
// site; a line of JSON a page on stdout, for score.py.
//
// FOLDS and MODELS are written by train.py (models.hpp).
#include <iostream>
#include <string>

#include "batch/names.hpp"
#include "extract_with.hpp"
#include "thresh/write.hpp"
#include "train/models.hpp"
#include "train/pages.hpp"

namespace {

using namespace thresh;

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
  train::Folds folds;
  if (!folds.read(argv[1], argv[2], true)) {
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
