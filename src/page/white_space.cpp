#include "page/white_space.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include "base/ascii.hpp"
#include "base/utf8.hpp"

namespace thresh::page {
namespace {

enum class ByteKind : std::uint8_t {
  kVisible,
  kSpace,
  kLead,  // first byte of some characters that are white space or ignored
};

constexpr std::array<ByteKind, 256> kByteKinds = [] {
  std::array<ByteKind, 256> kinds{};
  for (const std::size_t c : {0x09, 0x0A, 0x0C, 0x0D, 0x20}) kinds[c] = ByteKind::kSpace;
  for (const std::size_t c : {0xC2, 0xE1, 0xE2, 0xE3, 0xEF}) kinds[c] = ByteKind::kLead;
  return kinds;
}();

ByteKind kind_of(char c) { return kByteKinds[static_cast<unsigned char>(c)]; }

enum class CharacterKind : std::uint8_t { kVisible, kSpace, kIgnored };

CharacterKind kind_of(char32_t c) {
  switch (c) {
    case 0x00AD:  // soft hyphen
    case 0x200B:  // zero width space
    case 0x2060:  // word joiner
    case 0xFEFF:  // byte order mark
      return CharacterKind::kIgnored;
    case 0x00A0:
    case 0x1680:
    case 0x2028:
    case 0x2029:
    case 0x202F:
    case 0x205F:
    case 0x3000:
      return CharacterKind::kSpace;
    default:
      return c >= 0x2000 && c <= 0x200A ? CharacterKind::kSpace : CharacterKind::kVisible;
  }
}

struct Character {
  CharacterKind kind;
  std::size_t length;  // in bytes
};

Character first_character(std::string_view text) {
  const ByteKind byte = kind_of(text[0]);
  if (byte == ByteKind::kSpace) return {CharacterKind::kSpace, 1};
  if (byte == ByteKind::kVisible) return {CharacterKind::kVisible, 1};
  std::size_t length = 0;
  const char32_t c = base::next_code_point(text, length);
  return {kind_of(c), length};
}

// Of the white space of ASCII at the front of `text`: indentation is much of a page.
std::size_t length_of_spaces(std::string_view text) {
  std::size_t length = 0;
  while (length < text.size() && kind_of(text[length]) == ByteKind::kSpace) ++length;
  return length;
}

// How many bytes at the front of `text` stay as they are: visible characters, and single spaces
// between them.
std::size_t unchanged_prefix(std::string_view text, bool after_space) {
  std::size_t at = 0;
  while (at < text.size()) {
    switch (kind_of(text[at])) {
      case ByteKind::kVisible:
        ++at;
        break;
      case ByteKind::kLead: {
        const Character character = first_character(text.substr(at));
        if (character.kind != CharacterKind::kVisible) return at;
        at += character.length;
        break;
      }
      case ByteKind::kSpace:
        if (text[at] != ' ' || (after_space && at == 0)) return at;
        if (at + 1 == text.size() || kind_of(text[at + 1]) != ByteKind::kVisible) return at;
        at += 2;
        break;
    }
  }
  return at;
}

}  // namespace

void collapse_white_space(std::string& text, std::size_t from, bool after_space) {
  char* write = text.data() + from;
  std::string_view rest = std::string_view(text).substr(from);
  while (!rest.empty()) {
    if (const std::size_t same = unchanged_prefix(rest, after_space); same > 0) {
      if (write != rest.data()) std::memmove(write, rest.data(), same);
      write += same;
      rest.remove_prefix(same);
      after_space = false;
      continue;
    }
    const Character character = first_character(rest);
    if (character.kind == CharacterKind::kSpace) {
      if (!after_space) *write++ = ' ';
      after_space = true;
    }
    rest.remove_prefix(character.length);
    if (after_space) rest.remove_prefix(length_of_spaces(rest));
  }
  text.resize(static_cast<std::size_t>(write - text.data()));
}

void keep_white_space(std::string& text, std::size_t from) {
  char* write = text.data() + from;
  std::string_view rest = std::string_view(text).substr(from);
  while (!rest.empty()) {
    const Character character = first_character(rest);
    if (character.length == 1 || character.kind == CharacterKind::kVisible) {
      write = std::copy_n(rest.data(), character.length, write);
    } else if (character.kind == CharacterKind::kSpace) {
      *write++ = ' ';
    }
    rest.remove_prefix(character.length);
  }
  text.resize(static_cast<std::size_t>(write - text.data()));
}

bool is_blank(std::string_view text) {
  return std::all_of(text.begin(), text.end(), base::is_space);
}

}  // namespace thresh::page
