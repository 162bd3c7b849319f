// Parts of a page that were sent late: <template id="B:1"> (or "P:1") marks a place, and a script
// moves the content of <div hidden id="S:1"> there. React does this, and with it many frameworks.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "page/dom.hpp"

namespace thresh::page {

class StreamedParts {
 public:
  explicit StreamedParts(const Dom& dom) : dom_(dom) {}

  // The element whose content belongs in the place that `element` marks, if it stands behind the
  // node `walked`; each is given once. Else kNoNode.
  std::uint32_t take(const DomNode& element, std::uint32_t walked);

 private:
  struct Part {
    std::string_view number;
    std::uint32_t element;
  };

  void find_parts();

  const Dom& dom_;
  bool searched_ = false;
  std::vector<Part> parts_;  // sorted by number
};

}  // namespace thresh::page
