#include "base/url.hpp"

#include <algorithm>

#include "base/ascii.hpp"

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
    if (scheme.name == name) return &scheme;
  }
  return nullptr;
}

// Printable characters that are percent-encoded, as the URL standard says of each part.
constexpr std::string_view kUnsafeInUser = "\"<>`{}^|";
constexpr std::string_view kUnsafeInPath = "\"<>`{}^";
constexpr std::string_view kUnsafeInQuery = "\"<>'";
constexpr std::string_view kUnsafeInFragment = "\"<>`";
constexpr std::string_view kForbiddenInHost = "\"<>`{}^|\\%@";

bool is_control_or_space(char c) { return static_cast<unsigned char>(c) <= 0x20 || c == 0x7F; }
bool is_ignored(char c) { return c == '\t' || c == '\n' || c == '\r'; }

// As the URL standard does before it parses.
std::string without_stray_space(std::string_view url) {
  while (!url.empty() && is_control_or_space(url.front())) url.remove_prefix(1);
  while (!url.empty() && is_control_or_space(url.back())) url.remove_suffix(1);
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

std::string scheme_name(std::string_view url) {
  std::string name = lower(scheme_with_colon(url));
  if (!name.empty()) name.pop_back();
  return name;
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

// The URL as a browser reads it. A reference without a scheme is read as its base is.
std::string prepared(std::string_view url, bool web_base) {
  std::string out = without_stray_space(url);
  const std::string scheme = scheme_name(out);
  if (scheme.empty() ? web_base : find_web_scheme(scheme) != nullptr) normalize_web_slashes(out);
  return out;
}

// Cuts `text` before the first of `delimiters` and returns what was cut off.
std::string_view cut_tail(std::string_view& text, std::string_view delimiters, std::size_t from) {
  const std::size_t at = std::min(text.find_first_of(delimiters, from), text.size());
  const std::string_view tail = text.substr(at);
  text = text.substr(0, at);
  return tail;
}

Parts split(std::string_view url) {
  Parts parts;
  parts.scheme = scheme_with_colon(url);
  std::string_view rest = url.substr(parts.scheme.size());
  parts.fragment = cut_tail(rest, "#", 0);
  parts.query = cut_tail(rest, "?", 0);
  if (rest.substr(0, 2) == "//") {
    parts.path = cut_tail(rest, "/", 2);
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
         host.find_first_of(kForbiddenInHost) == std::string_view::npos &&
         std::none_of(host.begin(), host.end(), is_control_or_space);
}

bool is_valid_port(std::string_view port) {
  port = port.substr(port.empty() ? 0 : 1);
  return std::all_of(port.begin(), port.end(), is_digit);
}

void append_encoded(std::string& out, std::string_view text, std::string_view unsafe) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte > 0x20 && byte < 0x7F && unsafe.find(c) == std::string_view::npos) {
      out += c;
    } else {
      out += {'%', kHex[byte >> 4], kHex[byte & 15]};
    }
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

// Appends `path`, which starts with a slash, without its "." and ".." segments.
void append_path(std::string& out, std::string_view path) {
  const std::size_t root = out.size();
  while (!path.empty()) {
    path.remove_prefix(1);  // the slash
    const std::string_view segment = path.substr(0, path.find('/'));
    path.remove_prefix(segment.size());
    const bool up = is_dots(segment, 2);
    if (up && out.size() > root) out.resize(out.rfind('/'));
    if (!up && !is_dots(segment, 1)) {
      out += '/';
      append_encoded(out, segment, kUnsafeInPath);
    } else if (path.empty()) {
      out += '/';
    }
  }
}

// The URL in its normal form; empty if it has no proper host but needs one.
std::string join(const Parts& parts) {
  const std::string scheme = scheme_name(parts.scheme);
  const WebScheme* web = find_web_scheme(scheme);
  const Authority authority = split_authority(parts.authority);
  if (web != nullptr && !is_valid_host(authority.host)) return {};
  if (!is_valid_port(authority.port)) return {};

  std::string out = scheme + ':';
  if (!parts.authority.empty()) out += "//";
  append_encoded(out, authority.user, kUnsafeInUser);
  if (web != nullptr) {
    out += lower(authority.host);
  } else {
    append_encoded(out, authority.host, kUnsafeInUser);
  }
  if (web == nullptr || (authority.port != web->default_port && authority.port != ":")) {
    out += authority.port;
  }
  if (parts.path.substr(0, 1) == "/") {
    append_path(out, parts.path);
  } else if (web != nullptr) {
    out += '/';
  } else {
    append_encoded(out, parts.path, kUnsafeInPath);
  }
  append_encoded(out, parts.query, kUnsafeInQuery);
  append_encoded(out, parts.fragment, kUnsafeInFragment);
  return out;
}

}  // namespace

std::string resolve_url(std::string_view base, std::string_view reference) {
  const std::string base_url = prepared(base, false);
  const Parts from = split(base_url);
  const std::string reference_url =
      prepared(reference, find_web_scheme(scheme_name(base_url)) != nullptr);
  Parts to = split(reference_url);
  if (!to.scheme.empty()) return join(to);

  const bool hierarchical = !from.authority.empty() || from.path.substr(0, 1) == "/";
  if (from.scheme.empty() || !hierarchical) return {};
  to.scheme = from.scheme;
  if (!to.authority.empty()) return join(to);

  to.authority = from.authority;
  std::string merged_path;
  if (to.path.empty()) {
    to.path = from.path;
    if (to.query.empty()) to.query = from.query;
  } else if (to.path[0] != '/') {
    merged_path = from.path.substr(0, from.path.rfind('/') + 1);
    if (merged_path.empty()) merged_path = "/";
    merged_path += to.path;
    to.path = merged_path;
  }
  return join(to);
}

std::string url_scheme(std::string_view url) { return scheme_name(without_stray_space(url)); }

std::string url_host(std::string_view url) {
  const std::string text = prepared(url, true);
  return lower(split_authority(split(text).authority).host);
}

bool is_safe_link(std::string_view url) {
  const std::string scheme = url_scheme(url);
  return scheme == "http" || scheme == "https" || scheme == "mailto";
}

}  // namespace thresh::base
