// Classes of bytes, up to eight, for scanners: one look-up a byte.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace thresh::base {

class CharacterTable {
 public:
  // classes: bits, as in all of its functions.
  constexpr void add(std::string_view characters, int classes) {
    for (const char c : characters) add(static_cast<unsigned char>(c), classes);
  }
  constexpr void add(unsigned char c, int classes) {
    bits_[c] = static_cast<std::uint8_t>(bits_[c] | classes);
  }

  // Whether the character is in one of the classes.
  constexpr bool is(char c, int classes) const {
    return (bits_[static_cast<unsigned char>(c)] & classes) != 0;
  }

  // The first such character from `at` on; the text's end if there is none.
  constexpr std::size_t find(std::string_view text, std::size_t at, int classes) const {
    while (at < text.size() && !is(text[at], classes)) ++at;
    return at;
  }

 private:
  std::array<std::uint8_t, 256> bits_{};
};

}  // namespace thresh::base
