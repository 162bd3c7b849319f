// Character references ("&eacute;", "&#8217;") as the tokenizer of the HTML standard reads them.
// The table of named ones is character_references.inc.
#pragma once

#include <cstddef>
#include <string_view>

namespace thresh::page {

struct CharacterReference {
  std::size_t length = 0;  // bytes it takes in the page; 0: not a reference, but a plain "&"
  char32_t first = 0;
  char32_t second = 0;  // a few names stand for two code points; else 0
};

// Reads the reference at the start of `text`, which begins with '&'. In attributes "&copy=1" and
// "&copyright" are no references. Numbers that are no code points give U+FFFD.
CharacterReference read_character_reference(std::string_view text, bool in_attribute);

// What a number stands for in "&#146;": U+0080 to U+009F are the characters that windows-1252 has
// in their place, but for five that it lacks.
char32_t code_point_of_number(char32_t number);

}  // namespace thresh::page
