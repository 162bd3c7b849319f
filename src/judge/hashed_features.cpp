#include "judge/hashed_features.hpp"

#include <algorithm>
#include <string_view>

#include "judge/hashing.hpp"

namespace thresh::judge {
namespace {

using page::Attribute;
using page::Block;
using page::Container;
using page::kNone;

// --- Links

// "https://example.org/tag/x?y#z": scheme, whether it stays on the page, and the first parts of
// host and path.
void append_link(std::string_view href, Hashes& out) {
  constexpr std::size_t kParts = 8;
  const std::size_t colon = href.find(':');
  const bool has_scheme = colon < 12 && colon < href.find('/');
  const std::string_view scheme = has_scheme ? href.substr(0, colon) : std::string_view();
  std::uint32_t form = href.empty() ? 0U : href[0] == '#' ? 1U : 2U;
  out.push_back(named(Kind::kLinkScheme, mix(name_hash(scheme), form)));
  if (has_scheme) href.remove_prefix(colon + 1);
  append_tokens(Kind::kLinkPart, href, kParts, out);
}

}  // namespace

void append_text_features(const Texts& texts, std::uint32_t block, std::uint32_t heading,
                          Hashes& out) {
  constexpr std::uint32_t kMostWords = 60;
  constexpr std::uint32_t kWhole = 6;
  constexpr std::uint32_t kMostHeadingWords = 8;
  const TextFacts& text = texts.blocks[block];
  const std::uint32_t* words = texts.words.data() + text.first_word;
  const std::uint32_t* stems = texts.stems.data() + text.first_word;
  const std::uint32_t count = std::min(text.words, kMostWords);
  std::uint32_t all = 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    out.push_back(named(Kind::kWord, words[i]));
    if (stems[i] != 0) out.push_back(named(Kind::kStem, stems[i]));
    if (i > 0) out.push_back(named(Kind::kPair, mix(words[i - 1], words[i])));
    all = mix(all, words[i]);
  }
  if (count > 0 && text.words <= kWhole) out.push_back(named(Kind::kWholeText, all));
  if (count > 1) out.push_back(named(Kind::kFirstWords, mix(words[0], words[1])));
  if (heading == kNone) return;
  const TextFacts& above = texts.blocks[heading];
  for (std::uint32_t i = 0; i < std::min(above.words, kMostHeadingWords); ++i) {
    out.push_back(named(Kind::kHeadingWord, texts.words[above.first_word + i]));
  }
}

void append_block_features(const page::Document& document, const Block& block, Hashes& out) {
  const auto type = static_cast<std::uint32_t>(block.type);
  out.push_back(named(Kind::kBlockType, type * 8 + block.level));
  if (block.quote_depth > 0) out.push_back(named(Kind::kBlockType, 1000));
  if (block.hidden) out.push_back(named(Kind::kBlockType, 1001));
  if (block.noscript) out.push_back(named(Kind::kBlockType, 1002));
  for (std::uint32_t i = block.first_mark; i < block.end_mark; ++i) {
    const page::Mark& mark = document.marks[i];
    const auto mark_type = static_cast<std::uint32_t>(mark.type);
    const bool whole = mark.text.length == block.text.length;
    out.push_back(named(Kind::kMark, mark_type * 2 + whole));
    if (mark.type == page::MarkType::kItemprop) {
      append_whole(Kind::kItemprop, document.str(mark.value), out);
    }
  }
  if (block.first_link == block.end_link) return;
  append_link(document.str(document.links[block.first_link].href), out);
  if (block.end_link - block.first_link > 1) {
    append_link(document.str(document.links[block.end_link - 1].href), out);
  }
}

void append_container_features(const page::Document& document, std::uint32_t index, Hashes& out) {
  constexpr std::size_t kMostTokens = 24;  // of one attribute
  constexpr std::size_t kMostLabelTokens = 4;
  const Container& container = document.containers[index];
  const auto tag = static_cast<std::uint32_t>(container.tag);
  out.push_back(named(Kind::kTag, tag));
  append_whole(Kind::kTag, document.str(container.name), out);
  if (container.parent != kNone) {
    const auto parent = static_cast<std::uint32_t>(document.containers[container.parent].tag);
    out.push_back(named(Kind::kTagPair, mix(tag, parent)));
  }
  for (std::uint32_t i = 0; i < container.attribute_count; ++i) {
    const page::ContainerAttribute& attribute = document.attributes[container.first_attribute + i];
    const std::string_view value = document.str(attribute.value);
    switch (attribute.name) {
      case Attribute::kClass:
        append_whole(Kind::kWholeClass, value, out);
        append_tokens(Kind::kClass, value, kMostTokens, out);
        break;
      case Attribute::kId:
        append_tokens(Kind::kId, value, kMostTokens, out);
        break;
      case Attribute::kRole:
        append_whole(Kind::kRole, value, out);
        break;
      case Attribute::kItemprop:
        append_whole(Kind::kItemprop, value, out);
        break;
      case Attribute::kItemtype:
        append_whole(Kind::kItemtype, value.substr(value.rfind('/') + 1), out);
        break;
      case Attribute::kDataTestid:
        append_tokens(Kind::kTestId, value, kMostTokens, out);
        break;
      case Attribute::kAriaLabel:
        append_tokens(Kind::kAriaLabel, value, kMostLabelTokens, out);
        break;
      default:
        break;
    }
  }
}

LookHashes hash_looks(const page::Document& document, const std::vector<std::uint32_t>& looks) {
  LookHashes all;
  all.first.reserve(looks.size() + 1);
  for (std::uint32_t c = 0; c < looks.size(); ++c) {
    all.first.push_back(static_cast<std::uint32_t>(all.hashes.size()));
    if (looks[c] == c) append_container_features(document, c, all.hashes);
  }
  all.first.push_back(static_cast<std::uint32_t>(all.hashes.size()));
  return all;
}

}  // namespace thresh::judge
