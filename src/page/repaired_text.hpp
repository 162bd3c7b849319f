// What Gumbo cannot be given is replaced where it reads the page itself:
// - C1 controls, which it makes U+FFFD of, by what clean.hpp makes of them: characters of
//   windows-1252;
// - the "C" of "<![CDATA[": text behind such a section in <math> in a table ends the process by an
//   assertion of Gumbo 0.10.1. Written small it is a comment, as it is everywhere but in SVG and
//   MathML.
//
// In: decoded UTF-8 text. Out: the text to parse, and where its bytes stand on the page. Never: a
// copy of a text that has none of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/arena.hpp"

namespace thresh::page {

class RepairedText {
 public:
  // Nothing if the arena has no room for it. The five that windows-1252 does not know stay.
  static std::optional<RepairedText> make(std::string_view page, base::Arena& arena);

  std::string_view text() const { return text_; }

  // On the page, of a byte of text() or its end.
  std::uint32_t source_offset(std::size_t offset) const;

 private:
  std::string_view text_;
  std::vector<std::uint32_t>
      grown_;  // ends, in text_, of characters a byte longer than on the page
};

}  // namespace thresh::page
