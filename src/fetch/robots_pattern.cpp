#include "fetch/robots_pattern.hpp"

#include "base/ascii.hpp"
#include "base/percent.hpp"

namespace thresh::fetch {
namespace {

// Where a pattern's special characters keep their meaning.
enum class Special : unsigned char { kNone, kPattern };

bool is_unreserved(char c) {
  return base::is_alpha(c) || base::is_digit(c) || c == '-' || c == '.' || c == '_' || c == '~';
}

// Delimiters that mean nothing in a query, so that there "%2F" is "/".
bool is_plain_in_query(char c) {
  return std::string_view(":/?@!,;'()").find(c) != std::string_view::npos;
}

std::string comparable(std::string_view text, Special special) {
  std::string out;
  out.reserve(text.size());
  bool in_query = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int encoded = base::read_percent_encoded(text.substr(i));
    const char c = encoded < 0 ? text[i] : static_cast<char>(encoded);
    const bool last = i + 1 == text.size();
    if (encoded >= 0) {
      const bool plain = is_unreserved(c) || (in_query && is_plain_in_query(c));
      plain ? out.push_back(c) : base::append_percent_encoded(out, c);
      i += 2;
    } else if (special == Special::kPattern && (c == '*' || (c == '$' && last))) {
      if (c != '*' || out.empty() || out.back() != '*') out += c;  // "**" is "*"
    } else if (c == '*' || c == '$' || c == '%' || static_cast<unsigned char>(c) <= 0x20 ||
               static_cast<unsigned char>(c) >= 0x7F) {
      base::append_percent_encoded(out, c);
    } else {
      out += c;
      in_query = in_query || c == '?';
    }
  }
  return out;
}

}  // namespace

std::string comparable_path(std::string_view path_and_query) {
  return comparable(path_and_query, Special::kNone);
}

std::string comparable_pattern(std::string_view pattern) {
  return comparable(pattern, Special::kPattern);
}

bool pattern_matches(std::string_view pattern, std::string_view path) {
  const bool anchored = !pattern.empty() && pattern.back() == '$';
  if (anchored) pattern.remove_suffix(1);
  const std::string_view head = pattern.substr(0, pattern.find('*'));
  if (path.substr(0, head.size()) != head) return false;
  pattern.remove_prefix(head.size());
  path.remove_prefix(head.size());
  while (!pattern.empty()) {  // at a "*": the leftmost place for what follows is as good as any
    pattern.remove_prefix(1);
    const std::string_view piece = pattern.substr(0, pattern.find('*'));
    pattern.remove_prefix(piece.size());
    if (anchored && pattern.empty()) {
      return path.size() >= piece.size() && path.substr(path.size() - piece.size()) == piece;
    }
    const std::size_t at = path.find(piece);
    if (at == std::string_view::npos) return false;
    path.remove_prefix(at + piece.size());
  }
  return !anchored || path.empty();
}

}  // namespace thresh::fetch
