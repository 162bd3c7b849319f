// What to do after an answer: go on to another URL, try again, or be done. A pure function of the
// job, the answer and the options.
#pragma once

#include <optional>
#include <string>

#include "fetch/answer.hpp"
#include "fetch/job.hpp"
#include "thresh/fetch.hpp"

namespace thresh::fetch {

struct Step {
  enum class Kind : unsigned char { kDone, kFollow, kRetry };
  Kind kind = Kind::kDone;
  std::optional<Error> error;        // kDone, kRetry: why there is no page
  std::optional<Target> to;          // kFollow: where
  int wait_ms = 0;                   // kRetry: until then
  std::optional<int> retry_after_s;  // what the server asked for, or what was not waited for
};

// unix_now: seconds, for a Retry-After that is a date. random: from 0 to 1, for the jitter.
Step next_step(const Job& job, const Answer& answer, const FetchOptions& options, long unix_now,
               double random);

}  // namespace thresh::fetch
