// A point in time after which a page is given up.
#pragma once

#include <chrono>

namespace thresh::base {

class Deadline {
 public:
  // timeout_ms 0: never.
  explicit Deadline(int timeout_ms)
      : end_(timeout_ms > 0 ? Clock::now() + std::chrono::milliseconds(timeout_ms)
                            : Clock::time_point::max()) {}

  bool passed() const { return end_ != Clock::time_point::max() && Clock::now() >= end_; }

 private:
  using Clock = std::chrono::steady_clock;
  Clock::time_point end_;
};

}  // namespace thresh::base
