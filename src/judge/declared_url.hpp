// What the page says its URL is.
#pragma once

#include <string_view>

#include "page/document.hpp"

namespace thresh::judge {

// As it stands on the page, where it may be relative; empty if the page does not say.
std::string_view declared_url(const page::Document& document);

// "example.org" of "https://www.example.org/a" and of "//example.org"; empty for relative URLs.
std::string_view host_of(std::string_view url);

}  // namespace thresh::judge
