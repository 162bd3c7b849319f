// The words of a text, lower case where that is ASCII: runs of letters and digits, and each letter
// of the scripts that put no space between words.
//
// Kept apart from base/words on purpose: it only asks it what a letter is. Marks and apostrophes
// part words here, which does not matter to who compares two texts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/ascii.hpp"
#include "base/utf8.hpp"
#include "base/words.hpp"

namespace thresh::test {

enum class Letter : unsigned char { kNone, kPartOfWord, kWordItself };

inline Letter letter_kind(std::string_view character) {
  if (character.size() == 1) {
    const char c = character.front();
    return base::is_alpha(c) || base::is_digit(c) ? Letter::kPartOfWord : Letter::kNone;
  }
  if (base::count_words(character) == 0) return Letter::kNone;
  std::string twice(character);
  twice += character;
  return base::count_words(twice) == 2 ? Letter::kWordItself : Letter::kPartOfWord;
}

// `text` is valid UTF-8.
inline std::vector<std::string> words(std::string_view text) {
  std::vector<std::string> list;
  std::string word;
  const auto finish = [&] {
    if (!word.empty()) list.push_back(base::lower(word));
    word.clear();
  };
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t begin = at;
    base::next_code_point(text, at);
    const std::string_view character = text.substr(begin, at - begin);
    const Letter kind = letter_kind(character);
    if (kind != Letter::kPartOfWord) finish();
    if (kind != Letter::kNone) word += character;
    if (kind == Letter::kWordItself) finish();
  }
  finish();
  return list;
}

}  // namespace thresh::test
