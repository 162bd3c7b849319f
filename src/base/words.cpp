#include "base/words.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>

#include "base/ascii.hpp"
#include "base/utf8.hpp"

namespace thresh::base {
namespace {

enum Kind : std::uint8_t {
  kOther,        // ends a word
  kLetter,       // starts or continues one: letters and digits
  kMark,         // continues one: combining marks, apostrophes, invisible joiners
  kNumberPoint,  // continues one between digits: . ,
  kWordItself,   // a letter of a script without spaces
};

struct Range {
  char32_t first;
  char32_t last;
  Kind kind;
};
constexpr Range kRanges[] = {
#include "base/word_characters.inc"
};

constexpr char32_t kRightSingleQuote = 0x2019;  // typographic apostrophe

constexpr std::array<Kind, 128> kAsciiKinds = [] {
  std::array<Kind, 128> kinds{};
  for (int i = 0; i < 128; ++i) {
    const char c = static_cast<char>(i);
    if (is_alpha(c) || is_digit(c)) kinds[i] = kLetter;
    if (c == '\'') kinds[i] = kMark;
    if (c == '.' || c == ',') kinds[i] = kNumberPoint;
  }
  return kinds;
}();

// Kinds of characters past ASCII. Remembers the last range, as texts stay within a script.
class Classifier {
 public:
  Kind operator()(char32_t c) {
    if (c == kRightSingleQuote) return kMark;
    if (c < last_.first || c > last_.last) last_ = find(c);
    return last_.kind;
  }

 private:
  // The range that holds `c`, or the gap between ranges that does.
  static Range find(char32_t c) {
    const Range* next = std::upper_bound(std::begin(kRanges), std::end(kRanges), c,
                                         [](char32_t x, const Range& r) { return x < r.first; });
    const char32_t gap_end = next != std::end(kRanges) ? next->first - 1 : c;
    if (next == std::begin(kRanges)) return {0, gap_end, kOther};
    const Range& range = *(next - 1);
    return c <= range.last ? range : Range{range.last + 1, gap_end, kOther};
  }

  Range last_{1, 0, kOther};
};

bool between_digits(std::string_view text, std::size_t at) {
  return at > 0 && at + 1 < text.size() && is_digit(text[at - 1]) && is_digit(text[at + 1]);
}

// The next word at or behind `at`, which moves past it; empty if there is none.
std::string_view read_word(std::string_view text, std::size_t& at, Classifier& classify) {
  const auto next_kind = [&] {
    const char32_t c = next_code_point(text, at);
    return c < kAsciiKinds.size() ? kAsciiKinds[c] : classify(c);
  };
  Kind kind = kOther;
  std::size_t begin = at;
  while (kind != kLetter && kind != kWordItself) {
    if (at == text.size()) return {};
    begin = at;
    kind = next_kind();
  }
  std::size_t end = at;  // of the last letter
  while (kind != kWordItself && at < text.size()) {
    const std::size_t here = at;
    kind = next_kind();
    if (kind == kLetter) end = at;
    if (kind == kWordItself) at = here;
    if (kind == kOther || (kind == kNumberPoint && !between_digits(text, here))) break;
  }
  return text.substr(begin, end - begin);
}

// What ends sentences in scripts that put no space between them.
bool ends_sentence_without_space(char32_t c) {
  return c == U'\u3002' || c == U'\uFF01' || c == U'\uFF1F' || c == U'\uFF61';
}

// Also Armenian, Urdu, Devanagari, Myanmar, Ethiopic and Khmer full stops, the Arabic question mark
// and the ellipsis.
bool ends_sentence(char32_t c) {
  if (c < 0x80) return c == '.' || c == '!' || c == '?';
  constexpr std::u32string_view kEnders = U"\u0589\u061F\u06D4\u0964\u0965\u104B\u1362\u17D4\u2026";
  return kEnders.find(c) != std::u32string_view::npos;
}

bool closes_or_parts(char32_t c) {
  constexpr std::u32string_view kClosers =
      U" \t\n\u00A0\u3000\"')]\u2019\u201D\u201C\u00BB\u00AB\u203A\u2039\u300D\u300F\uFF09";
  return kClosers.find(c) != std::u32string_view::npos;
}

// Lower case of the letters of Latin, Greek and Cyrillic that news is written in.
constexpr char32_t fold_case(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  if (c >= 0xC0 && c <= 0xDE && c != 0xD7) return c + 32;
  if (c >= 0x100 && c <= 0x137) return c | 1;
  if (c >= 0x139 && c <= 0x148) return c + (c & 1);
  if (c >= 0x14A && c <= 0x177) return c | 1;
  if (c >= 0x391 && c <= 0x3A9) return c + 32;
  if (c >= 0x410 && c <= 0x42F) return c + 32;
  if (c >= 0x400 && c <= 0x40F) return c + 80;
  return c;
}

}  // namespace

std::size_t count_words(std::string_view text) {
  Classifier classify;
  std::size_t words = 0;
  for (std::size_t at = 0; !read_word(text, at, classify).empty();) ++words;
  return words;
}

std::string_view WordReader::next() {
  Classifier classify;
  return read_word(text_, at_, classify);
}

std::uint32_t word_hash(std::string_view word) {
  std::uint32_t hash = 2166136261;  // FNV-1a
  for (std::size_t at = 0; at < word.size();) {
    hash = (hash ^ fold_case(next_code_point(word, at))) * 16777619;
  }
  return hash;
}

std::uint32_t stem_hash(std::string_view word) {
  constexpr int kStem = 5;
  if (word.size() <= kStem) return 0;
  std::uint32_t hash = 2166136261;
  std::size_t at = 0;
  for (int i = 0; i < kStem && at < word.size(); ++i) {
    hash = (hash ^ fold_case(next_code_point(word, at))) * 16777619;
  }
  return at < word.size() ? hash : 0;
}

std::size_t count_sentences(std::string_view text) {
  std::size_t sentences = 0;
  bool at_ender = false;  // the last character may end a sentence, if the next one allows it
  bool in_ender = false;  // that run of enders ("?!", "...") was counted already
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = next_code_point(text, at);
    const bool asian = ends_sentence_without_space(c);
    if (asian && !in_ender) ++sentences;
    if (at_ender && closes_or_parts(c)) ++sentences;
    in_ender = asian;
    at_ender = !asian && ends_sentence(c);
  }
  return sentences + (at_ender ? 1 : 0);
}

}  // namespace thresh::base
