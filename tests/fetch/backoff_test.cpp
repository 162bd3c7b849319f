#include "fetch/backoff.hpp"

#include <doctest/doctest.h>

using namespace thresh::fetch;

TEST_CASE("the wait doubles with each attempt up to a bound") {
  CHECK(backoff_ms(1, 1.0) == 1'000);
  CHECK(backoff_ms(2, 1.0) == 2'000);
  CHECK(backoff_ms(5, 1.0) == 16'000);
  CHECK(backoff_ms(9, 1.0) == 256'000);
  CHECK(backoff_ms(10, 1.0) == kMaxBackoffMs);
  CHECK(backoff_ms(2'000'000'000, 1.0) == kMaxBackoffMs);
}

TEST_CASE("chance takes off up to half") {
  CHECK(backoff_ms(1, 0.0) == 500);
  CHECK(backoff_ms(1, 0.5) == 750);
  CHECK(backoff_ms(10, 0.0) == kMaxBackoffMs / 2);
}

TEST_CASE("numbers out of range are taken as the nearest in it") {
  CHECK(backoff_ms(0, 1.0) == 1'000);
  CHECK(backoff_ms(-3, -1.0) == 500);
  CHECK(backoff_ms(1, 7.0) == 1'000);
}
