// Words of a text, counted the same way everywhere.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace thresh::base {

// Runs of letters, digits and marks count as a word each ("don't" is one; so is "3.5"). In scripts
// without spaces (Han, Hiragana, Katakana, Thai, Lao, Khmer, Myanmar) each letter counts as one.
// `text` is valid UTF-8.
std::size_t count_words(std::string_view text);

// Reads a text word by word, words as count_words() counts them.
class WordReader {
 public:
  explicit WordReader(std::string_view text) : text_(text) {}

  // The next word, as it stands in the text; empty after the last.
  std::string_view next();

 private:
  std::string_view text_;
  std::size_t at_ = 0;
};

// The same for words that differ in case only (Latin, Greek and Cyrillic), else most likely not.
std::uint32_t word_hash(std::string_view word);

// Of its first five characters, case folded as above; 0 if it has no more than those.
std::uint32_t stem_hash(std::string_view word);

// Sentence ends: . ! ? and their kin (。！？؟।) followed by white space, a closing quote or the
// end.
std::size_t count_sentences(std::string_view text);

}  // namespace thresh::base
