#include "write/markdown_escape.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/ascii.hpp"
#include "base/percent.hpp"

namespace thresh::writers {
namespace {

using base::is_alpha;
using base::is_digit;

constexpr std::size_t kNone = std::string_view::npos;

using CharSet = std::array<bool, 256>;

constexpr CharSet make_set(std::string_view chars) {
  CharSet set{};
  for (const char c : chars) set[static_cast<unsigned char>(c)] = true;
  return set;
}

// Characters that may need a backslash; needs_backslash() says where.
constexpr CharSet kSpecialInText = make_set("\\`*_[]<~&|:.^");
constexpr CharSet kSpecialInUrl = make_set("\\()<>|");

bool contains(const CharSet& set, char c) { return set[static_cast<unsigned char>(c)]; }

char char_at(std::string_view text, std::size_t i) { return i < text.size() ? text[i] : '\0'; }

bool is_alnum(char c) { return is_alpha(c) || is_digit(c); }
bool ends_marker(char c) { return c == '\0' || c == ' ' || c == '\t'; }

// "&name;", "&#39;" or "&#x27;" at `at`.
bool is_entity(std::string_view text, std::size_t at) {
  std::size_t i = at + 1;
  if (char_at(text, i) == '#') ++i;
  const std::size_t name = i;
  while (is_alnum(char_at(text, i))) ++i;
  return i > name && char_at(text, i) == ';';
}

// The point of "www.", which makes a link of what follows.
bool ends_www(std::string_view text, std::size_t at) {
  return at >= 3 && base::equals_ignore_case(text.substr(at - 3, 3), "www");
}

// Inside a word, underscores make no emphasis.
bool is_inside_word(std::string_view text, std::size_t at) {
  return at > 0 && is_alnum(text[at - 1]) && is_alnum(char_at(text, at + 1));
}

bool needs_backslash(std::string_view text, std::size_t at, MarkdownPlace place) {
  switch (text[at]) {
    case '_':
      return !is_inside_word(text, at);
    case '<':
      return char_at(text, at + 1) != ' ';  // a tag, or <a@b.org>, even from "<" on into code
    case '&':
      return is_entity(text, at);
    case '|':
      return place.in_table;
    case ':':
      return !place.in_link && text.substr(at + 1, 2) == "//";
    case '.':
      return !place.in_link && ends_www(text, at);
    case '^':
      return place.in_link && at == 0;  // "[^" is a footnote, "![^" no image
    default:
      return true;
  }
}

// Where a line that would start a heading, a list, a quote, a rule, an underline or a table's
// second row needs a backslash; kNone if it would not.
std::size_t line_start_escape(std::string_view line) {
  const char first = char_at(line, 0);
  const char second = char_at(line, 1);
  switch (first) {
    case '>':
    case '|':
    case '=':
      return 0;
    case '+':
      return ends_marker(second) ? 0 : kNone;
    case ':':
      return second == '-' ? 0 : kNone;
    case '-':
      return is_alnum(second) || static_cast<unsigned char>(second) >= 0x80 ? kNone : 0;
    case '#':
      return ends_marker(char_at(line, std::min(line.find_first_not_of('#'), line.size()))) ? 0
                                                                                            : kNone;
    default:
      break;
  }
  std::size_t i = 0;
  while (is_digit(char_at(line, i))) ++i;
  const char point = char_at(line, i);
  const bool numbered =
      i > 0 && (point == '.' || point == ')') && ends_marker(char_at(line, i + 1));
  return numbered ? i : kNone;
}

std::size_t longest_backtick_run(std::string_view text) {
  std::size_t longest = 0;
  for (std::size_t at = text.find('`'); at != kNone; at = text.find('`', at)) {
    const std::size_t end = std::min(text.find_first_not_of('`', at), text.size());
    longest = std::max(longest, end - at);
    at = end;
  }
  return longest;
}

}  // namespace

void append_markdown_text(std::string& out, std::string_view text, MarkdownPlace place) {
  const std::size_t forced = place.line_start ? line_start_escape(text) : kNone;
  std::size_t copied = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool special = contains(kSpecialInText, text[at]);
    if (at != forced && !(special && needs_backslash(text, at, place))) continue;
    out.append(text, copied, at - copied);
    out += '\\';
    copied = at;
  }
  out.append(text, copied);
}

void append_markdown_code(std::string& out, std::string_view code, bool in_table) {
  const std::string fence = backtick_fence(code, 1);
  const bool spaced = code.front() == ' ' && code.back() == ' ';
  const std::string_view padding = spaced || code.front() == '`' || code.back() == '`' ? " " : "";
  out += fence;
  out += padding;
  for (const char c : code) {
    if (c == '|' && in_table) out += '\\';  // the table is cut into cells before code is looked for
    out += c;
  }
  out += padding;
  out += fence;
}

void append_markdown_url(std::string& out, std::string_view url, bool in_table) {
  for (std::size_t at = 0; at < url.size(); ++at) {
    const char c = url[at];
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= 0x20 || byte == 0x7F) {
      base::append_percent_encoded(out, c);
    } else if (c == '&' && is_entity(url, at)) {
      out += "&amp;";  // a backslash would not do: cmark reads entities first here
    } else {
      if (contains(kSpecialInUrl, c) && (c != '|' || in_table)) out += '\\';
      out += c;
    }
  }
}

std::string backtick_fence(std::string_view text, std::size_t least) {
  return std::string(std::max(least, longest_backtick_run(text) + 1), '`');
}

}  // namespace thresh::writers
