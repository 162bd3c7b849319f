// A linear model over hashed features (hashed_features.hpp): what each hash says for each of
// sixteen lanes. Lane 0 is "body"; the others are labels.
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <vector>

#include "thresh/article.hpp"

namespace thresh::judge {

inline constexpr std::size_t kLanes = 16;
inline constexpr std::array<Label, kLanes> kLaneLabels = {
    Label::kParagraph, Label::kSubscription,  Label::kNewsletter, Label::kAppeal,
    Label::kConsent,   Label::kAdvertisement, Label::kRelated,    Label::kSharing,
    Label::kComments,  Label::kNavigation,    Label::kByline,     Label::kLegal,
    Label::kOther,     Label::kCaption,       Label::kTitle,      Label::kSummary};

// The lanes of prompts are [kFirstPromptLane, kEndPromptLane), of all that is stripped
// [kFirstPromptLane, kEndStrippedLane).
inline constexpr std::size_t kFirstPromptLane = 1;
inline constexpr std::size_t kEndPromptLane = 5;
inline constexpr std::size_t kEndStrippedLane = 13;

using Lanes = std::array<float, kLanes>;

// Of probabilities of the labels: that it is a prompt of any kind.
inline float prompt_probability(const Lanes& labels) {
  return std::accumulate(labels.begin() + kFirstPromptLane, labels.begin() + kEndPromptLane, 0.0F);
}

using EvidenceRow = std::array<std::int8_t, kLanes>;
using LaneSums = std::array<std::int32_t, kLanes>;

// The table holds the hashes that tell most; all others say nothing. A hash is cut to 18 bits; a
// bit each tells whether it has a row, and the bits before it which.
class EvidenceTable {
 public:
  static constexpr std::uint32_t kBits = 18;
  static constexpr std::size_t kWords = (std::size_t{1} << kBits) / 64;

  static constexpr std::uint32_t slot_of(std::uint32_t hash) {
    return (hash * 0x9E3779B1U) >> (32 - kBits);
  }

  // present: a bit a slot. rows: one a set bit, in order of slots. Both must outlive the table.
  EvidenceTable(const std::uint64_t* present, const EvidenceRow* rows, const Lanes& scale,
                const Lanes& bias)
      : present_(present), rows_(rows), scale_(scale), bias_(bias), before_(kWords) {
    std::uint32_t count = 0;
    for (std::size_t i = 0; i < kWords; ++i) {
      before_[i] = count;
      count += static_cast<std::uint32_t>(std::popcount(present[i]));
    }
  }

  // What the hash says; null if it says nothing.
  const EvidenceRow* find(std::uint32_t hash) const {
    const std::uint32_t slot = slot_of(hash);
    const std::uint64_t word = present_[slot / 64];
    const std::uint64_t bit = std::uint64_t{1} << (slot % 64);
    if ((word & bit) == 0) return nullptr;
    return rows_ + before_[slot / 64] + std::popcount(word & (bit - 1));
  }

  // Of the sums over `count` features of a block, found in the table or not.
  Lanes logits(const LaneSums& sums, std::uint32_t count) const;

 private:
  const std::uint64_t* present_;
  const EvidenceRow* rows_;
  Lanes scale_;
  Lanes bias_;
  std::vector<std::uint32_t> before_;  // rows before each word of bits
};

}  // namespace thresh::judge
