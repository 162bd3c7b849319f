// Names as hashes of 32 bits: what hashed features are made of.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace thresh::judge {

using Hashes = std::vector<std::uint32_t>;

// Keeps the hashes of different kinds of features apart.
enum class Kind : std::uint32_t {
  // Of blocks
  kWord = 1,
  kStem,
  kPair,
  kFirstWords,
  kWholeText,
  kHeadingWord,
  kTag,
  kTagPair,
  kClass,
  kWholeClass,
  kId,
  kRole,
  kItemprop,
  kItemtype,
  kTestId,
  kAriaLabel,
  kBlockType,
  kMark,
  kLinkScheme,
  kLinkPart,
  // Of pages
  kMetaName,
  kMetaValue,
  kJsonType,
  kPath,
  kPathPart,
  kNumber,
};

constexpr std::uint32_t mix(std::uint32_t a, std::uint32_t b) {
  std::uint32_t hash = (a ^ (b * 0x9E3779B1U)) * 0x85EBCA6BU;
  hash ^= hash >> 15;
  return hash * 0xC2B2AE35U;
}

constexpr std::uint32_t named(Kind kind, std::uint32_t hash) {
  return mix(hash, static_cast<std::uint32_t>(kind));
}

// In any case alike, and any run of digits like any other.
std::uint32_t name_hash(std::string_view name);

// At most so many tokens of a name: "article-Body_2" has article, body and 0.
void append_tokens(Kind kind, std::string_view name, std::size_t most, Hashes& out);

// Nothing for an empty name.
void append_whole(Kind kind, std::string_view name, Hashes& out);

}  // namespace thresh::judge
