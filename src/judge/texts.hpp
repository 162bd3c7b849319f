// Reads the text of every block once, word by word: what the words look like, which phrases stand
// in them, which texts are the same, and how much of the page's title they hold.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "judge/address.hpp"
#include "judge/phrases.hpp"
#include "page/document.hpp"

namespace thresh::judge {

struct TextFacts {
  std::uint32_t first_word = 0;  // in Texts::words
  std::uint64_t hash = 0;        // of its words; the same for the same words
  std::uint32_t words = 0;       // as WordReader reads them
  std::uint32_t capitals = 0;    // words that start with a capital letter
  std::uint32_t numbers = 0;     // words that start with a digit
  std::uint32_t commas = 0;
  Address address;             // words like "our" and "your"
  std::uint32_t prompts = 0;   // weight of the phrases of prompts in it
  std::uint32_t asides = 0;    // of related stories, sharing and comments
  std::uint32_t remarks = 0;   // of bylines, legal text and the like
  float title_overlap = 0;     // F1 of its words and the page's title, 0 to 1
  bool ends_sentence = false;  // its last character ends a sentence
  std::uint32_t copies = 0;    // blocks with the same words, itself included; 0 if it has none
};

struct Texts {
  std::vector<TextFacts> blocks;
  std::vector<std::uint32_t> words;  // of all blocks: base::word_hash
  std::vector<std::uint32_t> stems;  // of the same words: base::stem_hash
  std::vector<PhraseHit> phrases;    // in page order
};

Texts read_texts(const page::Document& document);

// Of any text (base::word_hash).
std::vector<std::uint32_t> word_hashes(std::string_view text);

}  // namespace thresh::judge
