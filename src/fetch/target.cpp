#include "fetch/target.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "base/percent.hpp"
#include "base/url.hpp"

namespace thresh::fetch {
namespace {

struct DefaultPort {
  std::string_view scheme;
  std::string_view port;
};
constexpr DefaultPort kDefaultPorts[] = {{"http", "80"}, {"https", "443"}};

std::string_view default_port(std::string_view scheme) {
  for (const DefaultPort& row : kDefaultPorts) {
    if (row.scheme == scheme) return row.port;
  }
  return {};
}

std::string percent_decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int encoded = base::read_percent_encoded(text.substr(i));
    out += encoded < 0 ? text[i] : static_cast<char>(encoded);
    if (encoded >= 0) i += 2;
  }
  return out;
}

// "name:password@host:80" between "//" and the path: where it stands in `url`.
std::string_view authority_of(std::string_view url) {
  const std::size_t colon = url.find(':');
  if (colon == std::string_view::npos || url.substr(colon + 1, 2) != "//") return {};
  const std::size_t begin = colon + 3;
  return url.substr(begin, std::min(url.find_first_of("/?#", begin), url.size()) - begin);
}

void split_host(Target& target, std::string_view host) {
  const std::size_t colon = host.rfind(':');
  const bool has_port =
      colon != std::string_view::npos && host.find(']', colon) == std::string_view::npos;
  target.host = base::lower(host.substr(0, has_port ? colon : host.size()));
  target.port = has_port ? host.substr(colon + 1) : default_port(target.scheme);
}

}  // namespace

std::optional<Target> parse_target(std::string_view text) {
  Target target;
  target.url = base::resolve_url("", text);
  target.scheme = base::url_scheme(target.url);
  target.url.resize(std::min(target.url.find('#'), target.url.size()));
  const std::string_view authority = authority_of(target.url);
  if (authority.data() == nullptr) return std::nullopt;
  const std::size_t at = authority.rfind('@');
  const std::size_t user_bytes = at == std::string_view::npos ? 0 : at + 1;
  if (user_bytes > 0) target.user = percent_decoded(authority.substr(0, at));
  split_host(target, authority.substr(user_bytes));
  target.url.erase(static_cast<std::size_t>(authority.data() - target.url.data()), user_bytes);
  return target;
}

std::optional<Target> follow_reference(const Target& base, std::string_view reference) {
  std::optional<Target> target = parse_target(base::resolve_url(base.url, reference));
  if (target) target->user.clear();
  return target;
}

}  // namespace thresh::fetch
