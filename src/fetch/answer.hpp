// What one request brought.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "thresh/result.hpp"

namespace thresh::fetch {

struct Answer {
  std::optional<Error> error;  // none: the answer is whole
  bool transient = false;      // the error may be gone at the next attempt
  int status = 0;              // 0: there was none
  std::string head;            // status line and header lines of the last answer, as they came
  std::string body;            // decompressed

  // The first header of that name, trimmed; empty if there is none.
  std::string_view header(std::string_view name) const;
};

}  // namespace thresh::fetch
