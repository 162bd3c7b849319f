#include "base/url.hpp"

#include <algorithm>
#include <cstdint>

#include "base/ascii.hpp"
#include "base/character_table.hpp"
#include "base/percent.hpp"

namespace thresh::base {
namespace {

// Put together again, the parts are the URL: delimiters belong to the part they introduce.
struct Parts {
  std::string_view scheme;     // "http:", any case
  std::string_view authority;  // "//user@host:80"
  std::string_view path;
  std::string_view query;     // "?a=b"
  std::string_view fragment;  // "#top"
};

struct Authority {
  std::string_view user;  // "name:password@"
  std::string_view host;
  std::string_view port;  // ":80"
};

// Schemes that need a host and take backslashes for slashes ("special" in the URL standard).
struct WebScheme {
  std::string_view name;
  std::string_view default_port;
};
constexpr WebScheme kWebSchemes[] = {{"http", ":80"}, {"https", ":443"}, {"ftp", ":21"}};

const WebScheme* find_web_scheme(std::string_view name) {
  for (const WebScheme& scheme : kWebSchemes) {
    if (equals_ignore_case(scheme.name, name)) return &scheme;
  }
  return nullptr;
}

enum CharacterClass : std::uint8_t {
  kUnsafeInUser = 1 << 0,  // percent-encoded, as the URL standard says of each part
  kUnsafeInPath = 1 << 1,
  kUnsafeInQuery = 1 << 2,
  kUnsafeInFragment = 1 << 3,
  kForbiddenInHost = 1 << 4,
  kNotAsWritten = 1 << 5,  // dropped, or read as something else
};

constexpr CharacterTable kClasses = [] {
  CharacterTable classes;
  constexpr int kUnsafe = kUnsafeInUser | kUnsafeInPath | kUnsafeInQuery | kUnsafeInFragment;
  for (int c = 0; c < 256; ++c) {
    if (c <= 0x20 || c >= 0x7F) classes.add(static_cast<unsigned char>(c), kUnsafe);
    if (c <= 0x20 || c == 0x7F) classes.add(static_cast<unsigned char>(c), kForbiddenInHost);
  }
  classes.add("\"<>`{}^|", kUnsafeInUser);
  classes.add("\"<>`{}^", kUnsafeInPath);
  classes.add("\"<>'", kUnsafeInQuery);
  classes.add("\"<>`", kUnsafeInFragment);
  classes.add("\"<>`{}^|\\%@", kForbiddenInHost);
  classes.add("\t\n\r\\", kNotAsWritten);
  return classes;
}();

bool is_control_or_space(char c) { return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F; }
bool is_ignored(char c) { return c == '\t' || c == '\n' || c == '\r'; }

std::string_view trim_controls(std::string_view url) {
  while (!url.empty() && is_control_or_space(url.front())) url.remove_prefix(1);
  while (!url.empty() && is_control_or_space(url.back())) url.remove_suffix(1);
  return url;
}

std::string without_ignored(std::string_view url) {
  std::string out(url);
  out.erase(std::remove_if(out.begin(), out.end(), is_ignored), out.end());
  return out;
}

std::string_view scheme_with_colon(std::string_view url) {
  if (url.empty() || !is_alpha(url[0])) return {};
  for (std::size_t i = 1; i < url.size(); ++i) {
    const char c = url[i];
    if (c == ':') return url.substr(0, i + 1);
    if (!is_alpha(c) && !is_digit(c) && c != '+' && c != '-' && c != '.') return {};
  }
  return {};
}

std::string_view without_colon(std::string_view scheme) {
  return scheme.substr(0, scheme.size() - (scheme.empty() ? 0 : 1));
}

// Makes "\" before query and fragment "/", and the slashes before the host exactly two.
void normalize_web_slashes(std::string& url) {
  const std::size_t path_end = std::min(url.find_first_of("?#"), url.size());
  std::replace(url.begin(), url.begin() + static_cast<std::ptrdiff_t>(path_end), '\\', '/');
  const std::size_t scheme_end = scheme_with_colon(url).size();
  const std::size_t slashes =
      std::min(url.find_first_not_of('/', scheme_end), url.size()) - scheme_end;
  if (scheme_end > 0 || slashes > 2) url.replace(scheme_end, slashes, "//");
}

// The URL as a browser reads it, trimmed and without what it skips. A reference without a scheme is
// read as its base is. `buffer` is for those few that are not written as they are meant.
std::string_view prepared(std::string_view url, bool web_base, std::string& buffer) {
  url = trim_controls(url);
  const bool as_written = kClasses.find(url, 0, kNotAsWritten) == url.size();
  if (!as_written) url = buffer = without_ignored(url);
  const std::string_view scheme = scheme_with_colon(url);
  const bool web = scheme.empty() ? web_base : find_web_scheme(without_colon(scheme)) != nullptr;
  const bool slashes_are_usual = scheme.empty() ? url.substr(0, 3) != "///"
                                                : url.substr(scheme.size(), 2) == "//" &&
                                                      url.substr(scheme.size() + 2, 1) != "/";
  if (!web || (as_written && slashes_are_usual)) return url;
  if (as_written) buffer = url;
  normalize_web_slashes(buffer);
  return buffer;
}

// Cuts `text` before the first `delimiter` and returns what was cut off.
std::string_view cut_tail(std::string_view& text, char delimiter, std::size_t from) {
  const std::size_t at = std::min(text.find(delimiter, from), text.size());
  const std::string_view tail = text.substr(at);
  text = text.substr(0, at);
  return tail;
}

Parts split(std::string_view url) {
  Parts parts;
  parts.scheme = scheme_with_colon(url);
  std::string_view rest = url.substr(parts.scheme.size());
  parts.fragment = cut_tail(rest, '#', 0);
  parts.query = cut_tail(rest, '?', 0);
  if (rest.substr(0, 2) == "//") {
    parts.path = cut_tail(rest, '/', 2);
    parts.authority = rest;
  } else {
    parts.path = rest;
  }
  return parts;
}

Authority split_authority(std::string_view authority) {
  Authority out;
  authority.remove_prefix(std::min<std::size_t>(2, authority.size()));
  const std::size_t at = authority.rfind('@');
  if (at != std::string_view::npos) out.user = authority.substr(0, at + 1);
  out.host = authority.substr(out.user.size());
  const std::size_t colon = out.host.rfind(':');
  if (colon != std::string_view::npos && out.host.find(']', colon) == std::string_view::npos) {
    out.port = out.host.substr(colon);
    out.host = out.host.substr(0, colon);
  }
  return out;
}

bool is_valid_host(std::string_view host) {
  const bool ipv6 = host.substr(0, 1) == "[";
  return !host.empty() && (ipv6 || host.find(':') == std::string_view::npos) &&
         kClasses.find(host, 0, kForbiddenInHost) == host.size();
}

bool is_valid_port(std::string_view port) {
  port = port.substr(port.empty() ? 0 : 1);
  return std::all_of(port.begin(), port.end(), is_digit);
}

void append_lower(std::string& out, std::string_view text) {
  for (const char c : text) out += lower(c);
}

void append_encoded(std::string& out, std::string_view text, CharacterClass unsafe) {
  for (std::size_t at = 0;; ++at) {
    const std::size_t end = kClasses.find(text, at, unsafe);
    out.append(text, at, end - at);
    if (end == text.size()) return;
    append_percent_encoded(out, text[end]);
    at = end;
  }
}

// `segment` is `count` dots, each perhaps written "%2e".
bool is_dots(std::string_view segment, int count) {
  for (; count > 0; --count) {
    if (segment.substr(0, 1) == ".") {
      segment.remove_prefix(1);
    } else if (starts_with_ignore_case(segment, "%2e")) {
      segment.remove_prefix(3);
    } else {
      return false;
    }
  }
  return segment.empty();
}

// Appends a slash and a segment for each of `segments`, which slashes part, but for "." and "..".
// The latter takes one back, of those behind `root`.
void append_segments(std::string& out, std::size_t root, std::string_view segments) {
  for (bool last = false; !last;) {
    const std::size_t slash = segments.find('/');
    last = slash == std::string_view::npos;
    const std::string_view segment = segments.substr(0, slash);
    segments.remove_prefix(last ? segments.size() : slash + 1);
    const bool up = is_dots(segment, 2);
    if (up && out.size() > root) out.resize(out.rfind('/'));
    if (!up && !is_dots(segment, 1)) {
      out += '/';
      append_encoded(out, segment, kUnsafeInPath);
    } else if (last) {
      out += '/';
    }
  }
}

// Appends scheme and authority in their normal form. False if they are not proper.
bool append_origin(std::string& out, std::string_view scheme, std::string_view authority) {
  const WebScheme* web = find_web_scheme(without_colon(scheme));
  const Authority parts = split_authority(authority);
  if (web != nullptr && !is_valid_host(parts.host)) return false;
  if (!is_valid_port(parts.port)) return false;
  append_lower(out, scheme);
  if (!authority.empty()) out += "//";
  append_encoded(out, parts.user, kUnsafeInUser);
  if (web != nullptr) {
    append_lower(out, parts.host);
  } else {
    append_encoded(out, parts.host, kUnsafeInUser);
  }
  if (web == nullptr || (parts.port != web->default_port && parts.port != ":")) out += parts.port;
  return true;
}

void append_path(std::string& out, std::string_view path, bool web) {
  if (path.substr(0, 1) == "/") {
    append_segments(out, out.size(), path.substr(1));
  } else if (web) {
    out += '/';
  } else {
    append_encoded(out, path, kUnsafeInPath);
  }
}

void append_tail(std::string& out, std::string_view query, std::string_view fragment) {
  append_encoded(out, query, kUnsafeInQuery);
  append_encoded(out, fragment, kUnsafeInFragment);
}

// The URL in its normal form; empty if it has no proper host but needs one.
std::string join(std::string_view scheme, const Parts& parts) {
  std::string out;
  out.reserve(scheme.size() + parts.authority.size() + parts.path.size() + parts.query.size() +
              parts.fragment.size() + 1);
  if (!append_origin(out, scheme, parts.authority)) return {};
  append_path(out, parts.path, find_web_scheme(without_colon(scheme)) != nullptr);
  append_tail(out, parts.query, parts.fragment);
  return out;
}

}  // namespace

BaseUrl::BaseUrl(std::string_view url) {
  std::string buffer;
  const Parts parts = split(prepared(url, false, buffer));
  scheme_ = parts.scheme;
  web_ = find_web_scheme(without_colon(scheme_)) != nullptr;
  hierarchical_ = !scheme_.empty() && (!parts.authority.empty() || parts.path.substr(0, 1) == "/");
  if (!hierarchical_) return;
  proper_ = append_origin(origin_, scheme_, parts.authority);
  append_path(path_, parts.path, web_);
  append_encoded(query_, parts.query, kUnsafeInQuery);
}

std::string BaseUrl::resolve(std::string_view reference) const {
  std::string buffer;
  const Parts to = split(prepared(reference, web_, buffer));
  if (!to.scheme.empty()) return join(to.scheme, to);
  if (!hierarchical_) return {};
  if (!to.authority.empty()) return join(scheme_, to);
  if (!proper_) return {};

  std::string out;
  out.reserve(origin_.size() + path_.size() + query_.size() + reference.size());
  out += origin_;
  if (to.path.empty()) {
    out += path_;
    append_tail(out, to.query.empty() ? query_ : to.query, to.fragment);
    return out;
  }
  const bool rooted = to.path[0] == '/';
  if (!rooted) out.append(path_, 0, std::min(path_.rfind('/'), path_.size()));
  append_segments(out, origin_.size(), to.path.substr(rooted ? 1 : 0));
  append_tail(out, to.query, to.fragment);
  return out;
}

std::string resolve_url(std::string_view base, std::string_view reference) {
  return BaseUrl(base).resolve(reference);
}

std::string url_scheme(std::string_view url) {
  url = trim_controls(url);
  const std::string_view scheme = scheme_with_colon(url);
  if (!scheme.empty()) return lower(without_colon(scheme));
  return lower(without_colon(scheme_with_colon(without_ignored(url))));
}

std::string url_host(std::string_view url) {
  std::string buffer;
  const std::string_view text = prepared(url, true, buffer);
  return lower(split_authority(split(text).authority).host);
}

std::string without_credentials(std::string_view url) {
  std::string out(url);
  const std::size_t colon = out.find(':');
  if (colon == std::string::npos) return out;
  // As loosely as any reader of URLs might see it: whatever slashes there are, up to the last "@"
  // before the path.
  const std::size_t begin = std::min(out.find_first_not_of("/\\", colon + 1), out.size());
  const std::size_t end = std::min(out.find_first_of("/\\?#", begin), out.size());
  const std::size_t at = out.substr(0, end).rfind('@');
  if (at != std::string::npos && at >= begin) out.erase(begin, at + 1 - begin);
  return out;
}

bool is_safe_link(std::string_view url) {
  const std::string scheme = url_scheme(url);
  return scheme == "http" || scheme == "https" || scheme == "mailto";
}

}  // namespace thresh::base
