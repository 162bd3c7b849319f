// <img>, <picture> and the ways in which pages load images late.
#pragma once

#include <cstdint>
#include <string>

#include "page/document.hpp"
#include "page/dom.hpp"
#include "page/strings.hpp"

namespace thresh::page {

class Images {
 public:
  Images(const Dom& dom, Document& document, Strings& strings)
      : dom_(dom), document_(document), strings_(strings) {}

  // Where an image stands.
  struct Place {
    std::uint32_t container;
    std::uint32_t before_block;
    bool noscript;
  };

  // An <img>. Left out are tracking pixels and images without a URL of their own (data:). A late
  // image and its double in <noscript>, before or after it, are one image, with the double's URL.
  void add(std::uint32_t node, const Place& place);

  // A <source>: what the next <img> shows if it has no URL itself.
  void add_source(const DomNode& source);

 private:
  bool find_url(const DomNode& img);
  bool take(const DomAttribute* url);
  bool take_best(const DomAttribute* srcset);
  bool doubles_last(std::uint32_t node, const Place& place) const;

  const Dom& dom_;
  Document& document_;
  Strings& strings_;
  std::string url_;             // of the image at hand
  std::string picture_source_;  // of the last <source>

  enum class Last : std::uint8_t { kNothing, kPlain, kNoscript };
  Last last_ = Last::kNothing;  // the last <img>, unless it was one of two doubles
  std::uint32_t last_node_ = 0;
  bool last_added_ = false;
};

}  // namespace thresh::page
