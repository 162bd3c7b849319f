// Models as files, for the developers' tools: the tables of evidence that fit_evidence writes and
// the trees that train.py writes.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "judge/model.hpp"

namespace thresh::train {

// A Model and what it refers to.
struct OwnedModel {
  struct Evidence {
    std::vector<std::uint64_t> present;
    std::vector<judge::EvidenceRow> rows;
    std::unique_ptr<judge::EvidenceTable> table;
  };
  struct Trees {
    std::vector<judge::Split> splits;
    std::vector<std::int16_t> leaves;
    std::vector<float> bias;
  };
  Evidence text, markup, page;
  Trees body, labels, confidence;
  judge::Model model;
};

// Reads PREFIX.text, PREFIX.markup and PREFIX.page, and if `with_trees` PREFIX.body and
// PREFIX.labels, and PREFIX.confidence if it is there. False if one is missing or broken.
bool read_model(const std::string& prefix, bool with_trees, OwnedModel& model);

// Which model judges a page: the one that was trained without its site.
class Folds {
 public:
  // folds_file: a line "FOLD<tab>SOURCE" a page. models_folder: FOLD.text and so on.
  bool read(const std::string& folds_file, const std::string& models_folder, bool with_trees);

  // nullptr: the page is in no fold.
  const judge::Model* model_for(const std::string& source) const;

 private:
  std::map<std::string, std::string> fold_of_;
  std::map<std::string, OwnedModel> models_;
};

}  // namespace thresh::train
