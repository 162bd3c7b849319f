// The URL of a request, taken apart. What goes out never holds credentials or a fragment.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace thresh::fetch {

struct Target {
  std::string url;     // normal form: absolute, no credentials, no fragment
  std::string scheme;  // lower case
  std::string host;    // lower case; an IPv6 address in its brackets
  std::string port;    // always there: "443" if the URL has none
  std::string user;    // "name:password" of the URL, decoded; empty if it has none

  bool is_web() const { return scheme == "http" || scheme == "https"; }

  // "https://example.org:443": what credentials and robots.txt belong to.
  std::string origin() const { return scheme + "://" + host + ":" + port; }
};

// nullopt if the text is no absolute URL with a host. Schemes other than http and https pass, for
// the caller to refuse.
std::optional<Target> parse_target(std::string_view text);

// A reference found in `base`: credentials in it are dropped, a server has none to give.
std::optional<Target> follow_reference(const Target& base, std::string_view reference);

}  // namespace thresh::fetch
