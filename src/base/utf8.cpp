#include "base/utf8.hpp"

#include <cstring>

namespace thresh::base {
namespace {

// A sequence at the start of some bytes: either a whole code point, or the maximal subpart of one,
// which the Encoding standard replaces by one U+FFFD.
struct Sequence {
  std::size_t length;
  bool valid;
};

bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

// `text` starts with a byte that is not ASCII.
Sequence first_sequence(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned lead = byte(0);
  if (lead < 0xC2 || lead > 0xF4) return {1, false};
  const std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  // The second byte excludes overlong forms, surrogates and what is past U+10FFFF.
  unsigned low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  unsigned high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  for (std::size_t i = 1; i < length; ++i) {
    if (i == text.size() || byte(i) < low || byte(i) > high) return {i, false};
    low = 0x80;
    high = 0xBF;
  }
  return {length, true};
}

}  // namespace

std::size_t ascii_prefix(std::string_view text) {
  constexpr std::uint64_t kHighBits = 0x8080808080808080;
  std::size_t at = 0;
  for (std::uint64_t words[2]; at + sizeof words <= text.size(); at += sizeof words) {
    std::memcpy(words, text.data() + at, sizeof words);
    if ((words[0] | words[1]) & kHighBits) break;
  }
  while (at < text.size() && is_ascii(text[at])) ++at;
  return at;
}

std::size_t valid_utf8_prefix(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    if (is_ascii(text[at])) {
      at += ascii_prefix(text.substr(at));
      continue;
    }
    const Sequence sequence = first_sequence(text.substr(at));
    if (!sequence.valid) return at;
    at += sequence.length;
  }
  return at;
}

Utf8Census count_utf8(std::string_view bytes) {
  Utf8Census census;
  while (true) {
    bytes.remove_prefix(ascii_prefix(bytes));
    if (bytes.empty()) return census;
    const Sequence sequence = first_sequence(bytes);
    if (sequence.valid) {
      ++census.whole;
    } else if (sequence.length > 1) {
      ++census.cut;
    } else {
      ++census.stray;
    }
    bytes.remove_prefix(sequence.length);
  }
}

void append_valid_utf8(std::string& out, std::string_view bytes) {
  while (true) {
    const std::size_t valid = valid_utf8_prefix(bytes);
    out.append(bytes, 0, valid);
    bytes.remove_prefix(valid);
    if (bytes.empty()) return;
    append_code_point(out, kReplacementCharacter);
    bytes.remove_prefix(first_sequence(bytes).length);
  }
}

std::string valid_utf8(std::string_view bytes) {
  std::string out;
  append_valid_utf8(out, bytes);
  return out;
}

void append_code_point(std::string& out, char32_t code_point) {
  if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF)) {
    code_point = kReplacementCharacter;
  }
  if (code_point < 0x80) {
    out += static_cast<char>(code_point);
    return;
  }
  const auto tail = [&](int shift) {
    return static_cast<char>(0x80 | ((code_point >> shift) & 0x3F));
  };
  if (code_point < 0x800) {
    out += {static_cast<char>(0xC0 | (code_point >> 6)), tail(0)};
  } else if (code_point < 0x10000) {
    out += {static_cast<char>(0xE0 | (code_point >> 12)), tail(6), tail(0)};
  } else {
    out += {static_cast<char>(0xF0 | (code_point >> 18)), tail(12), tail(6), tail(0)};
  }
}

}  // namespace thresh::base
