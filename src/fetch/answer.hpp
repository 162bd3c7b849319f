// What one request brought.
#pragma once

#include <cstdint>
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
  bool cut = false;            // the body is not whole: enough of it has come
  bool from_cache = false;     // the server said that it has not changed

  // For archives.
  std::int64_t unix_time = 0;  // when it was asked for
  std::string ip;              // of who was asked; empty: a proxy was
  std::string request_head;    // as it was sent, if Setup::archives()

  // The first header of that name, trimmed; empty if there is none.
  std::string_view header(std::string_view name) const;
};

}  // namespace thresh::fetch
