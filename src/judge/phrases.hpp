// Finds the phrases of phrases.inc in a text, word by word.
#pragma once

#include <cstdint>
#include <vector>

#include "thresh/article.hpp"

namespace thresh::judge {

enum class PhraseStrength : std::uint8_t { kTopic = 1, kAsk, kFormula };

// What a phrase counts: 1 to 3.
inline std::uint32_t weight_of(PhraseStrength strength) {
  return static_cast<std::uint32_t>(strength);
}

struct PhraseHit {
  std::uint32_t block;
  Label label;
  PhraseStrength strength;
  std::uint16_t first_word;  // place in the text of the block, in words; 65535 for any past that
  std::uint8_t words;        // of the phrase
};

// Appends the hits in a text given as the hashes of its words (base::word_hash), the longest at
// each word.
void find_phrases(std::uint32_t block, const std::vector<std::uint32_t>& words,
                  std::vector<PhraseHit>& hits);

}  // namespace thresh::judge
