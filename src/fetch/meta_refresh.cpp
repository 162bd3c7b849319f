#include "fetch/meta_refresh.hpp"

#include <algorithm>
#include <iterator>

#include "base/ascii.hpp"

namespace thresh::fetch {
namespace {

constexpr std::size_t kHeadBytes = 64 << 10;

// Elements whose insides are not looked at.
constexpr std::string_view kSkipped[] = {"script",   "style",    "noscript", "title",
                                         "template", "textarea", "iframe"};

bool ends_name(char c) { return base::is_space(c) || c == '>' || c == '/'; }

std::size_t find_ignore_case(std::string_view text, std::string_view word, std::size_t from) {
  const auto found = std::search(
      text.begin() + static_cast<std::ptrdiff_t>(std::min(from, text.size())), text.end(),
      word.begin(), word.end(), [](char a, char b) { return base::lower(a) == b; });
  return found == text.end() ? std::string_view::npos
                             : static_cast<std::size_t>(found - text.begin());
}

// Where the tag that begins at `from` ends, past its ">" and quoted values; npos if it does not.
std::size_t tag_end(std::string_view page, std::size_t from) {
  char quote = '\0';
  for (std::size_t i = from; i < page.size(); ++i) {
    const char c = page[i];
    if (quote != '\0') {
      if (c == quote) quote = '\0';
    } else if ((c == '"' || c == '\'') && page[i - 1] == '=') {
      quote = c;
    } else if (c == '>') {
      return i + 1;
    }
  }
  return std::string_view::npos;
}

// The value of an attribute of a whole tag; entities stay, but "&amp;".
std::string attribute(std::string_view tag, std::string_view name) {
  for (std::size_t at = find_ignore_case(tag, name, 0); at != std::string_view::npos;
       at = find_ignore_case(tag, name, at + 1)) {
    std::string_view rest = tag.substr(at + name.size());
    rest = rest.substr(std::min(rest.find_first_not_of(" \t\r\n\f"), rest.size()));
    if (at == 0 || !base::is_space(tag[at - 1]) || !rest.starts_with('=')) continue;
    rest.remove_prefix(1);
    rest = rest.substr(std::min(rest.find_first_not_of(" \t\r\n\f"), rest.size()));
    const bool quoted = rest.starts_with('"') || rest.starts_with('\'');
    const std::string_view stop = quoted ? rest.substr(0, 1) : std::string_view(" \t\r\n\f>");
    if (quoted) rest.remove_prefix(1);
    std::string value(rest.substr(0, rest.find_first_of(stop)));
    for (std::size_t amp = value.find("&amp;"); amp != std::string::npos;
         amp = value.find("&amp;", amp + 1)) {
      value.erase(amp + 1, 4);
    }
    return value;
  }
  return {};
}

// "0; url='/story'" → "/story"; empty if it waits too long or names no URL.
std::string refresh_url(std::string_view content) {
  content = base::trim(content);
  int seconds = 0;
  std::size_t at = 0;
  for (; at < content.size() && base::is_digit(content[at]); ++at) {
    seconds = std::min(seconds * 10 + (content[at] - '0'), kMaxRefreshSeconds + 1);
  }
  if (at == 0 || seconds > kMaxRefreshSeconds) return {};
  at = content.find_first_of(";, \t", at);
  if (at == std::string_view::npos) return {};
  std::string_view url = content.substr(at);
  url = base::trim(url.substr(std::min(url.find_first_not_of(";, \t"), url.size())));
  if (base::starts_with_ignore_case(url, "url")) {
    std::string_view rest = base::trim(url.substr(3));
    if (rest.starts_with('=')) url = base::trim(rest.substr(1));
  }
  if (url.starts_with('\'') || url.starts_with('"')) {
    const char quote = url.front();
    url.remove_prefix(1);
    url = url.substr(0, url.find(quote));
  }
  return std::string(url);
}

// Past what begins at page[at] == '<'; a meta tag is handed out.
std::size_t step(std::string_view page, std::size_t at, std::string_view& meta) {
  const std::string_view rest = page.substr(at);
  if (rest.starts_with("<!--")) return page.find("-->", at + 4);
  const std::size_t end = tag_end(page, at + 1);
  if (end == std::string_view::npos) return end;
  const auto is = [&rest](std::string_view name) {
    return base::starts_with_ignore_case(rest.substr(1), name) && rest.size() > name.size() + 1 &&
           ends_name(rest[name.size() + 1]);
  };
  const auto* skipped = std::find_if(std::begin(kSkipped), std::end(kSkipped), is);
  if (skipped != std::end(kSkipped)) {
    return find_ignore_case(page, "</" + std::string(*skipped), end);
  }
  if (is("meta")) meta = page.substr(at, end - at);
  return end;
}

}  // namespace

std::string meta_refresh(std::string_view page) {
  page = page.substr(0, kHeadBytes);
  std::size_t at = page.find('<');
  while (at != std::string_view::npos && at < page.size()) {
    std::string_view meta;
    const std::size_t past = step(page, at, meta);
    if (base::equals_ignore_case(base::trim(attribute(meta, "http-equiv")), "refresh")) {
      return refresh_url(attribute(meta, "content"));
    }
    if (past == std::string_view::npos) break;
    at = page.find('<', std::max(past, at + 1));
  }
  return {};
}

}  // namespace thresh::fetch
