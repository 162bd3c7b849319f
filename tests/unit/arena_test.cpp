#include "base/arena.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <cstring>

using thresh::base::Arena;

TEST_CASE("an arena hands out aligned blocks that do not overlap") {
  Arena arena(1000);
  char* a = static_cast<char*>(arena.allocate(3));
  char* b = static_cast<char*>(arena.allocate(5));
  REQUIRE(a != nullptr);
  REQUIRE(b != nullptr);
  CHECK(b - a >= 3);
  CHECK(reinterpret_cast<std::uintptr_t>(b) % alignof(std::max_align_t) == 0);
  CHECK(arena.used() == 8);
}

TEST_CASE("an arena keeps to its budget") {
  Arena arena(100);
  CHECK(arena.allocate(60) != nullptr);
  CHECK(arena.allocate(41) == nullptr);
  CHECK(arena.allocate(40) != nullptr);
  CHECK(arena.allocate(1) == nullptr);
  CHECK(arena.allocate(SIZE_MAX) == nullptr);
}

TEST_CASE("an arena serves blocks larger than its chunks") {
  constexpr std::size_t kLarge = 20'000'000;
  Arena arena(2 * kLarge);
  void* small = arena.allocate(10);
  void* large = arena.allocate(kLarge);
  REQUIRE(small != nullptr);
  REQUIRE(large != nullptr);
  std::memset(large, 1, kLarge);
  CHECK(arena.allocate(10) != nullptr);
}

TEST_CASE("reset gives the whole new budget back and reuses the first chunk") {
  Arena arena(3'000'000);
  void* first = arena.allocate(16);
  CHECK(arena.allocate(2'900'000) != nullptr);
  arena.reset(50);
  CHECK(arena.used() == 0);
  CHECK(arena.allocate(50) == first);
  CHECK(arena.allocate(1) == nullptr);
}

TEST_CASE("an arena gives a block even for no bytes, as malloc may") {
  Arena arena(10);
  CHECK(arena.allocate(0) != nullptr);
  arena.reset(20);
  CHECK(arena.allocate(0) != arena.allocate(20));
}
