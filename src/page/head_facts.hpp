// What a page says of itself, in its head and elsewhere: title, metas, links, base, JSON-LD.
#pragma once

#include <cstdint>
#include <string_view>

#include "page/document.hpp"
#include "page/dom.hpp"
#include "page/strings.hpp"

namespace thresh::page {

class HeadFacts {
 public:
  HeadFacts(const Dom& dom, Document& document, Strings& strings)
      : dom_(dom), document_(document), strings_(strings) {}

  void read_html(const DomNode& html);
  void read_title(std::uint32_t title);
  void read_base(const DomNode& base);
  void read_link(const DomNode& link);
  void read_script(std::uint32_t script);

  // A <meta>, or any element that has `content` beside itemprop or property.
  void read_meta(const DomNode& element);

 private:
  const Dom& dom_;
  Document& document_;
  Strings& strings_;
};

// The URL that a browser ("saved from url=(0014)…") or SingleFile ("url: …") noted in a comment at
// the top of a page it saved; empty if there is none.
std::string_view saved_from(std::string_view page);

}  // namespace thresh::page
