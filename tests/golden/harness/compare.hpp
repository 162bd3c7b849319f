// Compares texts, knowing nothing of pages.
#pragma once

#include <string>
#include <string_view>

namespace thresh::golden {

// "" if both are the same, else their first differing lines: "line 3:", "- expected", "+ actual".
std::string first_difference(std::string_view expected, std::string_view actual);

// F1 of the bags of words: 1 if both hold the same words in any order, 0 if they share none.
double word_f1(std::string_view gold, std::string_view actual);

// Whether `phrase` stands in `text`, any white space being as good as any other.
bool contains_phrase(std::string_view text, std::string_view phrase);

}  // namespace thresh::golden
