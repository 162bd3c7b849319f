#include "base/json_writer.hpp"

#include <array>
#include <charconv>
#include <cmath>

#include "base/utf8.hpp"

namespace thresh::base {
namespace {

// Bytes that need a look: those always escaped, and the lead bytes of the C1 controls and of U+2028
// and U+2029, which end lines for some readers of line-wise JSON.
constexpr unsigned char kLeadC1 = 0xC2;
constexpr unsigned char kLeadSeparators = 0xE2;
constexpr std::array<bool, 256> kSpecial = [] {
  std::array<bool, 256> special{};
  for (int c = 0; c < 0x20; ++c) special[c] = true;
  special['"'] = special['\\'] = special[0x7F] = true;
  special[kLeadC1] = special[kLeadSeparators] = true;
  return special;
}();

bool must_be_escaped(char32_t c) {
  return c < 0x20 || c == '"' || c == '\\' || (c >= 0x7F && c < 0xA0) || c == 0x2028 || c == 0x2029;
}

void append_escape(std::string& out, char32_t c) {
  constexpr std::string_view kShort = "\"\\\b\f\n\r\t";
  constexpr std::string_view kLetters = "\"\\bfnrt";
  constexpr std::string_view kHex = "0123456789abcdef";
  const std::size_t i = c < 0x80 ? kShort.find(static_cast<char>(c)) : std::string_view::npos;
  out += '\\';
  if (i != std::string_view::npos) {
    out += kLetters[i];
  } else {
    out += {'u', kHex[c >> 12 & 15], kHex[c >> 8 & 15], kHex[c >> 4 & 15], kHex[c & 15]};
  }
}

void append_escaped(std::string& out, std::string_view text) {
  std::size_t copied = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (!kSpecial[static_cast<unsigned char>(text[at])]) {
      ++at;
      continue;
    }
    const std::size_t here = at;
    const char32_t c = next_code_point(text, at);
    if (!must_be_escaped(c)) continue;
    out.append(text, copied, here - copied);
    append_escape(out, c);
    copied = at;
  }
  out.append(text, copied);
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  if (valid_utf8_prefix(text) == text.size()) {
    append_escaped(out, text);
  } else {
    append_escaped(out, valid_utf8(text));
  }
  out += '"';
}

void JsonWriter::key(std::string_view name) {
  begin_value();
  append_json_string(out_, name);
  out_ += layout_ == Layout::kIndented ? ": " : ":";
  after_key_ = true;
}

void JsonWriter::string(std::string_view text) {
  begin_value();
  append_json_string(out_, text);
}

void JsonWriter::number(std::size_t value) {
  begin_value();
  out_ += std::to_string(value);
}

void JsonWriter::number(double value, int decimals) {
  if (!std::isfinite(value)) return null();
  begin_value();
  const double scale = std::pow(10.0, decimals);
  char digits[32];
  const auto end =
      std::to_chars(std::begin(digits), std::end(digits), std::round(value * scale) / scale);
  out_.append(digits, end.ptr);
}

void JsonWriter::boolean(bool value) {
  begin_value();
  out_ += value ? "true" : "false";
}

void JsonWriter::null() {
  begin_value();
  out_ += "null";
}

void JsonWriter::open(char bracket) {
  begin_value();
  out_ += bracket;
  ++depth_;
  needs_comma_ = false;
}

void JsonWriter::close(char bracket) {
  --depth_;
  if (needs_comma_) new_line();
  out_ += bracket;
  needs_comma_ = true;
}

void JsonWriter::begin_value() {
  if (after_key_) {
    after_key_ = false;
  } else {
    if (needs_comma_) out_ += ',';
    if (depth_ > 0) new_line();
  }
  needs_comma_ = true;
}

void JsonWriter::new_line() {
  if (layout_ == Layout::kLine) return;
  out_ += '\n';
  out_.append(2 * depth_, ' ');
}

}  // namespace thresh::base
