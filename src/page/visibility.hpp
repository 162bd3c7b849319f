// Which elements keep their content from view.
#pragma once

#include <cstdint>
#include <vector>

#include "page/dom.hpp"

namespace thresh::page {

// hidden, aria-hidden=true, or a style with display:none or visibility:hidden.
bool is_hidden(const Dom& dom, const DomNode& element);

class Visibility {
 public:
  // `flow`: see find_flow().
  Visibility(const Dom& dom, const std::vector<std::uint8_t>& flow) : dom_(dom), flow_(flow) {}

  // is_hidden(), but for what holds most of the page, headline included: that is hidden only until
  // a script has run.
  bool hides(std::uint32_t element);

 private:
  void count_text();

  const Dom& dom_;
  const std::vector<std::uint8_t>& flow_;
  std::vector<std::uint32_t> text_before_;  // bytes before each node and before the end, if needed
};

}  // namespace thresh::page
