#include "fetch/backoff.hpp"

#include <algorithm>

namespace thresh::fetch {

int backoff_ms(int attempts, double random) {
  int whole_ms = kFirstBackoffMs;
  for (int attempt = 1; attempt < attempts && whole_ms < kMaxBackoffMs; ++attempt) {
    whole_ms = std::min(whole_ms * 2, kMaxBackoffMs);
  }
  const double part = (1.0 + std::clamp(random, 0.0, 1.0)) / 2;
  return static_cast<int>(whole_ms * part);
}

}  // namespace thresh::fetch
