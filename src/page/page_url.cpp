#include "page/page_url.hpp"

#include "base/url.hpp"

namespace thresh::page {
namespace {

bool is_web_url(std::string_view url) {
  const std::string scheme = base::url_scheme(url);
  return scheme == "http" || scheme == "https";
}

std::string_view own_url(const Document& document) {
  if (is_web_url(document.str(document.saved_from))) return document.str(document.saved_from);
  for (const LinkElement& link : document.link_elements) {
    if (document.str(link.rel) == "canonical" && is_web_url(document.str(link.href))) {
      return document.str(link.href);
    }
  }
  for (const Meta& meta : document.metas) {
    if (document.str(meta.name) == "og:url" && is_web_url(document.str(meta.content))) {
      return document.str(meta.content);
    }
  }
  return {};
}

}  // namespace

PageUrl page_url(const Document& document, std::string_view url, std::string_view base_option) {
  PageUrl out;
  out.page = !base_option.empty() ? base_option : !url.empty() ? url : own_url(document);
  out.base = out.page;
  if (document.base_href.empty()) return out;
  const std::string_view base_href = document.str(document.base_href);
  std::string resolved =
      out.page.empty() ? std::string(base_href) : base::resolve_url(out.page, base_href);
  if (is_web_url(resolved)) out.base = std::move(resolved);
  return out;
}

}  // namespace thresh::page
