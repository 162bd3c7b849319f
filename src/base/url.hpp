// URLs as web pages use them: resolve a reference against a base, look at scheme and host. A
// subset of the WHATWG URL standard; no punycode.
#pragma once

#include <string>
#include <string_view>

namespace thresh::base {

// The base of a page's links, taken apart once for all of them.
class BaseUrl {
 public:
  explicit BaseUrl(std::string_view url);

  // `reference` made absolute (RFC 3986 §5, with the WHATWG's trimming of white space, dropping of
  // tab and newline, and backslashes as slashes for http and https). Empty if it cannot be made
  // absolute. Spaces and bytes that a URL cannot hold are percent-encoded.
  std::string resolve(std::string_view reference) const;

 private:
  // In their normal form, but for the scheme. All empty if relative references cannot be resolved.
  std::string scheme_;  // "https:", any case
  std::string origin_;  // "https://example.org"
  std::string path_;
  std::string query_;  // "?a=b"
  bool web_ = false;
  bool hierarchical_ = false;
  bool proper_ = false;  // host and port are as they must be
};

// The same for a single reference.
std::string resolve_url(std::string_view base, std::string_view reference);

// Lower-case scheme without the colon; empty if the reference is relative.
std::string url_scheme(std::string_view url);

// Lower-case host without port and credentials; empty if there is none.
std::string url_host(std::string_view url);

// Any text as it may be shown: an absolute URL without its credentials.
std::string without_credentials(std::string_view url);

// http, https or mailto, the only links that thresh writes.
bool is_safe_link(std::string_view url);

}  // namespace thresh::base
