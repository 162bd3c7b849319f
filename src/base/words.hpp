// Words of a text, counted the same way everywhere.
#pragma once

#include <cstddef>
#include <string_view>

namespace thresh::base {

// Runs of letters, digits and marks count as a word each ("don't" is one; so is "3.5"). In scripts
// without spaces (Han, Hiragana, Katakana, Thai, Lao, Khmer, Myanmar) each letter counts as one.
// `text` is valid UTF-8.
std::size_t count_words(std::string_view text);

// Sentence ends: . ! ? and their kin (。！？؟।) followed by white space, a closing quote or the end.
std::size_t count_sentences(std::string_view text);

}  // namespace thresh::base
