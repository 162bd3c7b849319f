// One URL on its way through redirects and attempts.
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>

#include "fetch/cache_entry.hpp"
#include "fetch/target.hpp"
#include "fetch/transfer.hpp"

namespace thresh::fetch {

using Clock = std::chrono::steady_clock;

struct Job {
  std::size_t number = 0;  // of the URL, in the order of adding
  std::size_t order = 0;   // among jobs that may start, the lowest does
  bool obeys_robots = true;
  bool for_robots = false;    // it fetches a robots.txt, for itself and others
  std::string robots_origin;  // whose
  std::string source;         // the URL as it was added, without credentials
  Target first;               // the same, parsed
  Target target;              // to be asked next

  bool cookies_kept = true;  // false once it has gone from https to http
  int redirects = 0;
  int attempts = 0;
  std::optional<Clock::duration> time_left;  // of this attempt, when the last request began to wait
  Clock::time_point deadline;                // of this attempt, while it is being transferred
  std::optional<CacheEntry> cached;          // of the target
  std::unique_ptr<Transfer> transfer;        // null before the first request

  // In the middle of an attempt: an answer has led on to the target.
  bool is_under_way() const { return time_left.has_value(); }
};

}  // namespace thresh::fetch
