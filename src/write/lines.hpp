// The stretches of a text between separators: lines of a paragraph, cells of a table.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "base/ascii.hpp"

namespace thresh::writers {

struct Line {
  std::size_t begin = 0;  // white space at both ends is cut off
  std::size_t end = 0;
  char separator = '\0';  // that ended it; '\0' at the end of the text

  bool empty() const { return begin == end; }
};

// Reads them in turn:  Line line; for (Lines lines(text, "\n"); lines.next(line);)
class Lines {
 public:
  Lines(std::string_view text, std::string_view separators)
      : text_(text), separators_(separators) {}

  bool next(Line& line) {
    if (at_ > text_.size()) return false;
    const std::size_t end = std::min(text_.find_first_of(separators_, at_), text_.size());
    line = {at_, end, end < text_.size() ? text_[end] : '\0'};
    while (line.begin < line.end && base::is_space(text_[line.begin])) ++line.begin;
    while (line.begin < line.end && base::is_space(text_[line.end - 1])) --line.end;
    at_ = end + 1;
    return true;
  }

 private:
  std::string_view text_;
  std::string_view separators_;
  std::size_t at_ = 0;
};

}  // namespace thresh::writers
