// Cuts the text of a block into runs that are written in one way: plain, code, link, code in a
// link.
//
// In: Block, and lines of its text in order. Out: runs without gaps. Links that must not be written
// (javascript: and the like, or without words) are plain text here.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "thresh/article.hpp"

namespace thresh::writers {

struct Run {
  std::string_view text;  // not empty
  const Link* link = nullptr;
  bool opens_link = false;   // the first run of `link` on this line
  bool closes_link = false;  // the last
  bool code = false;         // then not blank
};

// Usage:  RunReader runs(block, links);
//         Run run; for (runs.start(begin, end); runs.next(run);)
class RunReader {
 public:
  RunReader(const Block& block, bool with_links);

  // Turns to the bytes [begin, end) of the block's text; `begin` never goes back.
  void start(std::size_t begin, std::size_t end);
  bool next(Run& run);

 private:
  void skip_past_spans();
  std::size_t end_of_code(std::size_t limit) const;

  std::string_view text_;
  std::span<const Link> links_;  // that end past at_
  std::span<const Span> code_;   // likewise
  std::size_t line_begin_ = 0;
  std::size_t line_end_ = 0;
  std::size_t at_ = 0;
};

// http, https, mailto, or relative; links and images alike.
bool is_writable_url(std::string_view url);

}  // namespace thresh::writers
