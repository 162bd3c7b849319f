#include "judge/declared_url.hpp"

namespace thresh::judge {

std::string_view declared_url(const page::Document& document) {
  for (const page::LinkElement& link : document.link_elements) {
    if (document.str(link.rel) == "canonical") return document.str(link.href);
  }
  for (const page::Meta& meta : document.metas) {
    if (document.str(meta.name) == "og:url") return document.str(meta.content);
  }
  return {};
}

std::string_view host_of(std::string_view url) {
  const std::size_t slashes = url.find("//");
  const bool has_scheme = slashes != url.npos && slashes > 0 && url[slashes - 1] == ':';
  if (slashes != 0 && (!has_scheme || url.find('/') != slashes)) return {};
  std::string_view host = url.substr(slashes + 2);
  host = host.substr(0, host.find_first_of("/?#:"));
  if (host.starts_with("www.")) host.remove_prefix(4);
  return host;
}

}  // namespace thresh::judge
