#include "judge/pull_quotes.hpp"

#include <cstdint>
#include <string_view>

#include "base/words.hpp"
#include "judge/containers.hpp"

namespace thresh::judge {
namespace {

using page::Block;
using page::Tag;

constexpr int kMostCandidates = 12;
constexpr std::uint32_t kLeastWords = 6;
constexpr std::uint32_t kMostWords = 60;
constexpr std::uint32_t kMostBytes = 600;          // of a quotation
constexpr std::uint32_t kMostTextBytes = 500'000;  // looked through for each

bool is_set_apart(const page::Document& document, const Block& block) {
  if (block.quote_depth > 0) return true;
  return nearest_ancestor(document, block.container, Tag::kAside) != page::kNone ||
         nearest_ancestor(document, block.container, Tag::kFigure) != page::kNone;
}

// From the first word to the last: without quotation marks and full stops around.
std::string_view core(std::string_view text) {
  base::WordReader reader(text);
  const std::string_view first = reader.next();
  if (first.empty()) return {};
  std::string_view last = first;
  for (std::string_view word = first; !word.empty(); word = reader.next()) last = word;
  const auto length = static_cast<std::size_t>(last.data() + last.size() - first.data());
  return {first.data(), length};
}

bool is_said_elsewhere(const page::Document& document, std::uint32_t quote) {
  const std::string_view words = core(document.str(document.blocks[quote].text));
  for (const Block& block : document.blocks) {
    if (block.text.begin > kMostTextBytes) break;
    if (block.words <= document.blocks[quote].words || !is_prose(block)) continue;
    if (document.str(block.text).find(words) == std::string_view::npos) continue;
    if (!is_set_apart(document, block)) return true;
  }
  return false;
}

}  // namespace

std::vector<bool> find_pull_quotes(const page::Document& document) {
  std::vector<bool> found(document.blocks.size(), false);
  int candidates = 0;
  for (std::uint32_t i = 0; i < found.size() && candidates < kMostCandidates; ++i) {
    const Block& block = document.blocks[i];
    if (block.words < kLeastWords || block.words > kMostWords || block.link_words > 0) continue;
    if (block.text.length > kMostBytes) continue;
    if (!is_set_apart(document, block)) continue;
    ++candidates;
    found[i] = is_said_elsewhere(document, i);
  }
  return found;
}

}  // namespace thresh::judge
