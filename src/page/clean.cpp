#include "page/clean.hpp"

#include <array>
#include <cstdint>
#include <cstring>

#include "base/utf8.hpp"
#include "page/character_reference.hpp"

namespace thresh::page {
namespace {

// Bytes that may need work: '&', controls, and the lead bytes of C1 controls and U+FFFE/U+FFFF.
constexpr std::array<bool, 256> kSuspicious = [] {
  std::array<bool, 256> suspicious{};
  for (int c = 0; c < 0x20; ++c) suspicious[c] = c != '\t' && c != '\n';
  for (const int c : {int{'&'}, 0x7F, 0xC2, 0xEF}) suspicious[c] = true;
  return suspicious;
}();

constexpr std::uint64_t kEach = 0x0101010101010101;

// No '&', no control character (not even tab and newline), no byte past ASCII.
bool all_plain(std::uint64_t eight_bytes) {
  const auto has_zero = [](std::uint64_t w) { return (w - kEach) & ~w; };
  const std::uint64_t below_space = eight_bytes - 0x20 * kEach;
  return ((eight_bytes | below_space | has_zero(eight_bytes ^ '&' * kEach) |
           has_zero(eight_bytes ^ 0x7F * kEach)) &
          0x80 * kEach) == 0;
}

std::size_t find_suspicious(std::string_view text, std::size_t at) {
  for (std::uint64_t word; at + sizeof word <= text.size();) {
    std::memcpy(&word, text.data() + at, sizeof word);
    if (all_plain(word)) {
      at += sizeof word;
      continue;
    }
    for (const std::size_t end = at + sizeof word; at < end; ++at) {
      if (kSuspicious[static_cast<unsigned char>(text[at])]) return at;
    }
  }
  while (at < text.size() && !kSuspicious[static_cast<unsigned char>(text[at])]) ++at;
  return at;
}

bool is_dropped(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xFFFE || c == 0xFFFF;
}

// `next` is what follows on the page: CRLF is one line end.
void append_control_or_text(std::string& out, char32_t c, std::string_view next, Context context) {
  if (c == '\t' || c == '\n' || !is_dropped(c)) {
    base::append_code_point(out, c);
  } else if (c == '\r') {
    if (next.substr(0, 1) != "\n") out += '\n';
  } else if (c == '\f') {  // white space to HTML, so words must not grow together
    out += ' ';
  } else if (c == 0 && context == Context::kAttribute) {
    base::append_code_point(out, base::kReplacementCharacter);
  } else if (const char32_t meant = code_point_of_number(c); c != 0 && !is_dropped(meant)) {
    base::append_code_point(out, meant);  // a C1 control: windows-1252 once read as Latin-1
  }
}

// Appends what stands at text[at]; the position behind it.
std::size_t append_suspicious(std::string& out, std::string_view text, std::size_t at,
                              Context context) {
  if (text[at] == '&' && context != Context::kLiteral) {
    const CharacterReference reference =
        read_character_reference(text.substr(at), context == Context::kAttribute);
    if (reference.length > 0) {
      const std::string_view next = text.substr(at + reference.length);
      append_control_or_text(out, reference.first, next, context);
      if (reference.second != 0) base::append_code_point(out, reference.second);
      return at + reference.length;
    }
  }
  const char32_t c = base::next_code_point(text, at);
  append_control_or_text(out, c, text.substr(at), context);
  return at;
}

}  // namespace

void append_clean(std::string& out, std::string_view raw, Context context) {
  std::size_t at = 0;
  while (true) {
    const std::size_t suspicious = find_suspicious(raw, at);
    out.append(raw, at, suspicious - at);
    if (suspicious == raw.size()) return;
    at = append_suspicious(out, raw, suspicious, context);
  }
}

}  // namespace thresh::page
