#include "metadata/normalize.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "base/url.hpp"
#include "base/utf8.hpp"

namespace thresh::metadata {
namespace {

constexpr char32_t kNoBreakSpace = 0xA0;

bool is_white(char32_t c) {
  return c == kNoBreakSpace || (c < 0x80 && base::is_space(static_cast<char>(c)));
}
bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

char upper(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c; }

bool is_subtag(std::string_view subtag) {
  return !subtag.empty() && subtag.size() <= 8 &&
         std::all_of(subtag.begin(), subtag.end(),
                     [](char c) { return base::is_alpha(c) || base::is_digit(c); });
}

// Scripts are written "Hant", countries "TW", the rest in lower case.
void append_subtag(std::string& out, std::string_view subtag) {
  const bool country = !out.empty() && subtag.size() == 2;
  const bool script = !out.empty() && subtag.size() == 4;
  if (!out.empty()) out += '-';
  for (std::size_t i = 0; i < subtag.size(); ++i) {
    out += country || (script && i == 0) ? upper(subtag[i]) : base::lower(subtag[i]);
  }
}

}  // namespace

std::string normal_text(std::string_view text) {
  std::string out;
  bool white = false;
  for (std::size_t at = 0; at < text.size();) {
    const char32_t c = base::next_code_point(text, at);
    if (is_white(c)) {
      white = true;
    } else if (!is_control(c)) {
      if (white && !out.empty()) out += ' ';
      white = false;
      base::append_code_point(out, c);
    }
  }
  return out;
}

std::string normal_url(std::string_view url, std::string_view base_url) {
  if (base::trim(url).empty()) return {};
  std::string out = base::resolve_url(base_url, url);
  const std::string scheme = base::url_scheme(out);
  return scheme == "http" || scheme == "https" ? out : std::string();
}

std::string normal_language(std::string_view tag) {
  constexpr std::size_t kShortestLanguage = 2;
  constexpr std::size_t kLongestLanguage = 3;
  tag = base::trim(tag);
  std::string out;
  while (!tag.empty()) {
    const std::string_view subtag = tag.substr(0, tag.find_first_of("-_"));
    tag.remove_prefix(std::min(subtag.size() + 1, tag.size()));
    if (!is_subtag(subtag)) break;
    if (out.empty() && (subtag.size() < kShortestLanguage || subtag.size() > kLongestLanguage))
      break;
    append_subtag(out, subtag);
  }
  return out;
}

}  // namespace thresh::metadata
