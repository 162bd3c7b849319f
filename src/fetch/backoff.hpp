// How long to wait before trying again when the server did not say.
#pragma once

namespace thresh::fetch {

inline constexpr int kFirstBackoffMs = 1'000;
inline constexpr int kMaxBackoffMs = 300'000;

// After the attempt of that number, counted from 1: doubles with each, up to kMaxBackoffMs.
// random: from 0 to 1; takes off up to half, so that clients that failed together come back apart.
int backoff_ms(int attempts, double random);

}  // namespace thresh::fetch
