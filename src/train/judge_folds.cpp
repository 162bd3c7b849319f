// judge_folds [--precision|--recall] FOLDS MODELS PAGE...: every page judged by the model that was
// trained without its site; a line of JSON a page on stdout, for score.py.
//
// FOLDS and MODELS are written by train.py (models.hpp).
#include <iostream>
#include <string>
#include <string_view>

#include "batch/names.hpp"
#include "extract_with.hpp"
#include "thresh/write.hpp"
#include "train/models.hpp"
#include "train/pages.hpp"

namespace {

using namespace thresh;

std::string line_of(const std::string& source, const std::string& bytes, const judge::Model& model,
                    Focus focus) {
  WriteOptions options;
  options.boilerplate = true;
  const std::string_view name = batch::last_part(batch::without_page_ending(source));
  const Origin origin{name, source};
  ExtractOptions extract_options;
  extract_options.focus = focus;
  const Result<Article> article = extract_with({bytes, {}, {}}, extract_options, model);
  return article ? write(*article, Format::kJsonl, options, origin)
                 : write_error(article.error(), Format::kJsonl, origin);
}

}  // namespace

int main(int argc, char** argv) {
  Focus focus = Focus::kBalanced;
  if (argc > 1 && argv[1] == std::string_view("--precision")) focus = Focus::kPrecision;
  if (argc > 1 && argv[1] == std::string_view("--recall")) focus = Focus::kRecall;
  const int first = focus == Focus::kBalanced ? 1 : 2;
  if (argc < first + 3) {
    std::cerr << "usage: judge_folds [--precision|--recall] FOLDS MODELS PAGE...\n";
    return 64;
  }
  train::Folds folds;
  if (!folds.read(argv[first], argv[first + 1], true)) {
    std::cerr << "folds or models are missing or do not fit this program\n";
    return 66;
  }
  int status = 0;
  train::for_each_page({argv + first + 2, argv + argc},
                       [&](const std::string& source, const std::string& bytes) {
                         const judge::Model* model = folds.model_for(source);
                         if (model != nullptr) {
                           std::cout << line_of(source, bytes, *model, focus);
                         } else {
                           std::cerr << source << ": in no fold\n";
                           status = 65;
                         }
                       });
  return status;
}
