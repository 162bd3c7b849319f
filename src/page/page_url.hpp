// Which URL a page has, and what its relative links are relative to.
#pragma once

#include <string>
#include <string_view>

#include "page/document.hpp"

namespace thresh::page {

struct PageUrl {
  std::string page;  // empty if nothing says
  std::string base;  // `page` with <base href> applied
};

// page: the first of base_option, url, "saved from" comment, canonical link, og:url that is an
// absolute http(s) URL (base_option and url may have any scheme).
PageUrl page_url(const Document& document, std::string_view url, std::string_view base_option);

}  // namespace thresh::page
