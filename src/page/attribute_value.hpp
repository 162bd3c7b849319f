// What values of attributes mean.
//
// Of a value only the first kilobyte is looked at, because the parser may clone an element, and
// with it a long value, many times.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "page/dom.hpp"

namespace thresh::page {

// Empty for nullptr.
std::string_view head_of(const DomAttribute* attribute);

// Calls f(word) for each word of a list parted by white space, until it returns true; whether it
// did.
template <class F>
bool any_word(std::string_view list, F&& f) {
  constexpr std::string_view kSpaces = " \t\n\f\r";
  std::size_t begin = list.find_first_not_of(kSpaces);
  while (begin < list.size()) {
    const std::size_t end = std::min(list.find_first_of(kSpaces, begin), list.size());
    if (f(list.substr(begin, end - begin))) return true;
    begin = list.find_first_not_of(kSpaces, end);
  }
  return false;
}

// Whether the value is a list that holds `word`, in any case.
bool has_word(const DomAttribute* attribute, std::string_view word);

// The number that the value begins with, as HTML reads integers, within ±`limit`; `otherwise` if
// there is none, or if it is a percentage.
std::int64_t number_or(const DomAttribute* attribute, std::int64_t otherwise, std::int64_t limit);

}  // namespace thresh::page
