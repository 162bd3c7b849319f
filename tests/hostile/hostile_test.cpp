#include "hostile/hostile.hpp"

#include <doctest/doctest.h>

using namespace thresh::test;

// Each row of the table is two tests.
#define HOSTILE(name, n, may_fail, ...)                                                 \
  TEST_CASE(name) { check_hostile({n, MayFail::may_fail, __VA_ARGS__}, Way::kAsItIs); } \
  TEST_CASE(name ", the pre-pass giving up") {                                          \
    check_hostile({n, MayFail::may_fail, __VA_ARGS__}, Way::kBehindPrefix);             \
  }
#include "hostile/content.inc"
#include "hostile/json_ld.inc"
#include "hostile/nesting.inc"
#include "hostile/tags.inc"
#include "hostile/text.inc"
