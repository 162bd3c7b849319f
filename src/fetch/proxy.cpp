#include "fetch/proxy.hpp"

#include <string_view>

#include "base/ascii.hpp"

namespace thresh::fetch {
namespace {

// `name` is the host or a domain that it is in.
bool stands_for(std::string_view name, std::string_view host) {
  if (name == "*") return true;
  if (name.starts_with('.')) name.remove_prefix(1);
  if (name.empty() || !host.ends_with(name)) return false;
  return host.size() == name.size() || host[host.size() - name.size() - 1] == '.';
}

bool is_excepted(std::string_view list, const std::string& host) {
  while (!list.empty()) {
    const std::string_view name = list.substr(0, list.find_first_of(", "));
    list.remove_prefix(name.size() < list.size() ? name.size() + 1 : list.size());
    if (stands_for(base::lower(name), host)) return true;
  }
  return false;
}

}  // namespace

std::string proxy_for(const Proxies& proxies, const Target& target) {
  const std::string& proxy = target.scheme == "https" ? proxies.https : proxies.http;
  return is_excepted(proxies.except_for, target.host) ? std::string() : proxy;
}

}  // namespace thresh::fetch
