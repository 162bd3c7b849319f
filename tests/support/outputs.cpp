#include "support/outputs.hpp"

#include <rapidjson/encodedstream.h>
#include <rapidjson/memorystream.h>
#include <rapidjson/reader.h>

#include <cstddef>
#include <vector>

#include "base/utf8.hpp"

namespace thresh::test {
namespace {

bool is_control(char32_t c) {
  return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0);
}

// RapidJSON itself, and strict: base/json forgives what pages get wrong.
bool is_json(std::string_view text) {
  rapidjson::MemoryStream memory(text.data(), text.size());
  rapidjson::EncodedInputStream<rapidjson::UTF8<>, rapidjson::MemoryStream> stream(memory);
  rapidjson::BaseReaderHandler<> ignore;
  constexpr unsigned kFlags =
      rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag;
  return !rapidjson::Reader().Parse<kFlags>(stream, ignore).IsError();
}

}  // namespace

std::string fault_in_text(std::string_view text) {
  const std::size_t valid = base::valid_utf8_prefix(text);
  if (valid != text.size()) return "not UTF-8 at byte " + std::to_string(valid);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    if (is_control(base::next_code_point(text, at))) {
      return "control character at byte " + std::to_string(begin);
    }
  }
  return {};
}

std::string render(const Article& article, const Rendering& rendering) {
  return write(article, rendering.format, rendering.options, {"page", "page.html"});
}

std::string fault_in_output(const Rendering& rendering, std::string_view output) {
  const bool json = rendering.format == Format::kJson || rendering.format == Format::kJsonl;
  if (json && !is_json(output)) return "does not parse";
  return fault_in_text(output);
}

std::string all_words(const Article& article) {
  std::string words;
  for (const std::vector<Block>* blocks : {&article.blocks, &article.boilerplate}) {
    for (const Block& block : *blocks) words += block.text + '\n';
  }
  return words;
}

}  // namespace thresh::test
