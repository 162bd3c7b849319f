// dump_features OUT PAGE...: what the scorer sees of pages, for train.py.
//
// PAGE is a file or a folder. OUT.features gets a row of floats a block (of this machine's byte
// order), OUT.jsonl a line a page: {"source", "texts": [one a block]}, OUT.names the features'
// names, one a line.
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "base/json_writer.hpp"
#include "judge/features.hpp"
#include "train/feature_names.hpp"
#include "train/pages.hpp"

namespace {

using namespace thresh;

std::string page_line(const std::string& source, const page::Document& document) {
  std::string line;
  base::JsonWriter json(line, base::JsonWriter::Layout::kLine);
  json.begin_object();
  json.key("source");
  json.string(source);
  json.key("texts");
  json.begin_array();
  for (const page::Block& block : document.blocks) json.string(document.str(block.text));
  json.end_array();
  json.end_object();
  return line + '\n';
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: dump_features OUT PAGE...\n";
    return 64;
  }
  const std::string out = argv[1];
  std::ofstream features(out + ".features", std::ios::binary);
  std::ofstream pages(out + ".jsonl");
  std::ofstream names(out + ".names");
  for (const char* name : train::kFeatureNames) names << name << '\n';
  const auto dump = [&](const std::string& source, const page::Document& document) {
    const judge::Measures measures = judge::measure(document);
    for (const judge::FeatureRow& row : measures.rows) {
      features.write(reinterpret_cast<const char*>(row.values().data()),
                     static_cast<std::streamsize>(sizeof row.values()));
    }
    pages << page_line(source, document);
  };
  train::for_each_document({argv + 2, argv + argc}, dump);
  return features && pages && names ? 0 : 74;
}
