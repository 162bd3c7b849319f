// dump_hashes OUT PAGE...: the hashed features of every block, for fit_evidence.
//
// PAGE is a file or a folder. OUT.hashes gets for each block two lists, of its text and of its
// mark-up: a count and the hashes, 32 bits each. OUT.pages gets a list a page. OUT.jsonl gets a
// line a page: {"source", "texts": [one a block]}.
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "base/json_writer.hpp"
#include "judge/hashed_features.hpp"
#include "judge/measures.hpp"
#include "judge/page_features.hpp"
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

void write_list(std::ostream& out, const judge::Hashes& hashes) {
  const auto count = static_cast<std::uint32_t>(hashes.size());
  out.write(reinterpret_cast<const char*>(&count), sizeof count);
  out.write(reinterpret_cast<const char*>(hashes.data()),
            static_cast<std::streamsize>(sizeof(std::uint32_t) * hashes.size()));
}

void append_markup(const page::Document& document, const page::Block& block,
                   judge::Hashes& hashes) {
  judge::append_block_features(document, block, hashes);
  std::uint32_t container = block.container;
  for (std::uint32_t up = 0; container != page::kNone; ++up) {
    const std::size_t first = hashes.size();
    judge::append_container_features(document, container, hashes);
    for (std::size_t i = first; i < hashes.size(); ++i) {
      hashes[i] = judge::at_distance(hashes[i], judge::distance_of(up));
    }
    container = document.containers[container].parent;
  }
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: dump_hashes OUT PAGE...\n";
    return 64;
  }
  const std::string out = argv[1];
  std::ofstream lists(out + ".hashes", std::ios::binary);
  std::ofstream page_lists(out + ".pages", std::ios::binary);
  std::ofstream pages(out + ".jsonl");
  judge::Hashes hashes;
  const auto dump = [&](const std::string& source, const page::Document& document) {
    const judge::Measures measures = judge::measure(document);
    write_list(page_lists, judge::page_features(document, measures,
                                                judge::hash_looks(document, measures.looks)));
    for (std::uint32_t i = 0; i < document.blocks.size(); ++i) {
      hashes.clear();
      judge::append_text_features(measures.texts, i, measures.headings_above[i], hashes);
      write_list(lists, hashes);
      hashes.clear();
      append_markup(document, document.blocks[i], hashes);
      write_list(lists, hashes);
    }
    pages << page_line(source, document);
  };
  train::for_each_document({argv + 2, argv + argc}, dump);
  return lists && page_lists && pages ? 0 : 74;
}
