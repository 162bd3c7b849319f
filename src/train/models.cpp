#include "train/models.hpp"

#include <fstream>

#include "judge/confidence.hpp"

namespace thresh::train {
namespace {

using judge::EvidenceTable;

template <typename Value>
bool read(std::istream& file, Value& value) {
  return static_cast<bool>(file.read(reinterpret_cast<char*>(&value), sizeof value));
}

template <typename Value>
bool read(std::istream& file, std::vector<Value>& values, std::size_t count) {
  values.resize(count);
  return static_cast<bool>(file.read(reinterpret_cast<char*>(values.data()),
                                     static_cast<std::streamsize>(count * sizeof(Value))));
}

bool read_evidence(const std::string& path, OwnedModel::Evidence& evidence) {
  std::ifstream file(path, std::ios::binary);
  std::uint32_t count = 0;
  if (!read(file, count)) return false;
  evidence.present.assign(EvidenceTable::kWords, 0);
  for (std::uint32_t i = 0; i < count; ++i) {
    std::uint32_t slot = 0;
    judge::EvidenceRow row;
    if (!read(file, slot) || !read(file, row)) return false;
    evidence.present.at(slot / 64) |= std::uint64_t{1} << (slot % 64);
    evidence.rows.push_back(row);
  }
  judge::Lanes scale;
  judge::Lanes bias;
  if (!read(file, scale) || !read(file, bias)) return false;
  evidence.table =
      std::make_unique<EvidenceTable>(evidence.present.data(), evidence.rows.data(), scale, bias);
  return true;
}

// count, depth, outputs, scale, bias, then splits as {feature, border}, 32 bits each, and leaves.
bool read_trees(const std::string& path, std::size_t features, OwnedModel::Trees& owned,
                judge::Trees& trees) {
  std::ifstream file(path, std::ios::binary);
  std::uint32_t count = 0;
  std::uint32_t depth = 0;
  std::uint32_t outputs = 0;
  if (!read(file, count) || !read(file, depth) || !read(file, outputs)) return false;
  if (!read(file, trees.scale) || !read(file, owned.bias, outputs)) return false;
  for (std::uint32_t i = 0; i < count * depth; ++i) {
    std::uint32_t feature = 0;
    float border = 0;
    if (!read(file, feature) || !read(file, border) || feature >= features) return false;
    owned.splits.push_back({static_cast<std::uint8_t>(feature), border});
  }
  const std::size_t leaves = (std::size_t{count} << depth) * outputs;
  if (!read(file, owned.leaves, leaves)) return false;
  trees.count = count;
  trees.depth = depth;
  trees.outputs = outputs;
  trees.splits = owned.splits.data();
  trees.leaves = owned.leaves.data();
  trees.bias = owned.bias.data();
  return true;
}

}  // namespace

bool read_model(const std::string& prefix, bool with_trees, OwnedModel& model) {
  if (!read_evidence(prefix + ".text", model.text)) return false;
  if (!read_evidence(prefix + ".markup", model.markup)) return false;
  if (!read_evidence(prefix + ".page", model.page)) return false;
  model.model.evidence = {model.text.table.get(), model.markup.table.get(), model.page.table.get()};
  if (!with_trees) return true;
  judge::Model& all = model.model;
  const std::size_t facts = judge::PageFacts{}.size();
  if (std::ifstream(prefix + ".confidence") &&
      !read_trees(prefix + ".confidence", facts, model.confidence, all.confidence)) {
    return false;
  }
  return read_trees(prefix + ".body", judge::kFeatureCount, model.body, all.body) &&
         read_trees(prefix + ".labels", judge::kFeatureCount, model.labels, all.labels);
}

bool Folds::read(const std::string& folds_file, const std::string& models_folder, bool with_trees) {
  std::ifstream folds(folds_file);
  std::string fold;
  for (std::string source; std::getline(folds, fold, '\t') && std::getline(folds, source);) {
    fold_of_[source] = fold;
  }
  for (const auto& [source, name] : fold_of_) {
    if (models_.contains(name)) continue;
    std::string prefix = models_folder;
    prefix += '/';
    prefix += name;
    if (!read_model(prefix, with_trees, models_[name])) return false;
  }
  return !fold_of_.empty();
}

const judge::Model* Folds::model_for(const std::string& source) const {
  const auto fold = fold_of_.find(source);
  return fold == fold_of_.end() ? nullptr : &models_.at(fold->second).model;
}

}  // namespace thresh::train
