// Gumbo makes U+FFFD of C1 controls before anybody can clean them. So where it reads the page
// itself, they are replaced first by what clean.hpp makes of them: characters of windows-1252.
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
