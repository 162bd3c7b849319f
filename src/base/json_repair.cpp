#include "base/json_repair.hpp"

#include <algorithm>
#include <utility>

#include "base/ascii.hpp"
#include "base/utf8.hpp"

namespace thresh::base {
namespace {

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20; }
bool is_high_surrogate(int unit) { return unit >= 0xD800 && unit <= 0xDBFF; }
bool is_low_surrogate(int unit) { return unit >= 0xDC00 && unit <= 0xDFFF; }

// One pass over valid UTF-8.
class Repairer {
 public:
  explicit Repairer(std::string_view text) : text_(text) { out_.reserve(text.size() + 1); }

  bool run() {
    while (at_ < text_.size()) {
      const char c = text_[at_];
      if (c == '"') {
        copy_string();
      } else if (c == '/') {
        skip_comment();
      } else {
        if (!within_bounds(c)) return false;
        copy(1);
      }
    }
    return true;
  }

  std::string take() { return std::move(out_); }

 private:
  bool within_bounds(char c) {
    if (c == '[' || c == '{') ++depth_;
    if ((c == ']' || c == '}') && depth_ > 0) --depth_;
    if (c == '[' || c == '{' || c == ',' || c == ':') ++values_;
    return depth_ <= kMaxJsonDepth && values_ <= kMaxJsonValues;
  }

  void copy(std::size_t count) {
    out_.append(text_, at_, count);
    at_ += count;
  }

  void skip_comment() {
    const std::string_view start = text_.substr(at_, 2);
    if (start == "//") {
      at_ = std::min(text_.find('\n', at_), text_.size());
    } else if (start == "/*") {
      const std::size_t end = text_.find("*/", at_ + 2);
      at_ = end == std::string_view::npos ? text_.size() : end + 2;
    } else {
      copy(1);
    }
  }

  void copy_string() {
    copy(1);
    while (at_ < text_.size()) {
      const auto plain_end = std::find_if(text_.begin() + at_, text_.end(), [](char c) {
        return c == '"' || c == '\\' || is_control(c);
      });
      copy(plain_end - text_.begin() - at_);
      if (at_ == text_.size()) return;
      if (text_[at_] == '\\') {
        copy_escape();
      } else if (text_[at_] == '"') {
        return copy(1);
      } else {
        escape_control();
      }
    }
  }

  void escape_control() {
    const char c = text_[at_++];
    out_ += c == '\n' ? "\\n" : c == '\t' ? "\\t" : c == '\r' ? "\\r" : " ";
  }

  void copy_escape() {
    constexpr std::string_view kEscapes = "\"\\/bfnrt";
    const std::string_view escaped = text_.substr(at_ + 1, 1);
    if (escaped == "u" && code_unit(at_) >= 0) {
      copy_code_unit();
    } else if (!escaped.empty() && kEscapes.find(escaped) != std::string_view::npos) {
      copy(2);
    } else {
      ++at_;  // "\'" and the like: the character stays without its backslash
    }
  }

  void copy_code_unit() {
    const int unit = code_unit(at_);
    if (is_high_surrogate(unit) && is_low_surrogate(code_unit(at_ + 6))) return copy(12);
    if (!is_high_surrogate(unit) && !is_low_surrogate(unit)) return copy(6);
    out_ += "\\uFFFD";
    at_ += 6;
  }

  // The number in "\uXXXX" at `at`, -1 if that is not what stands there.
  int code_unit(std::size_t at) const {
    if (at + 6 > text_.size() || text_[at] != '\\' || text_[at + 1] != 'u') return -1;
    int unit = 0;
    for (std::size_t i = at + 2; i < at + 6; ++i) {
      const int digit = hex_value(text_[i]);
      if (digit < 0) return -1;
      unit = unit * 16 + digit;
    }
    return unit;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
  std::size_t values_ = 0;
  std::string out_;
};

}  // namespace

std::optional<std::string> repair_json(std::string_view text) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (text.substr(0, kByteOrderMark.size()) == kByteOrderMark) {
    text.remove_prefix(kByteOrderMark.size());
  }
  std::string valid;
  if (valid_utf8_prefix(text) != text.size()) {
    valid = valid_utf8(text);
    text = valid;
  }
  Repairer repairer(text);
  if (!repairer.run()) return std::nullopt;
  return repairer.take();
}

}  // namespace thresh::base
