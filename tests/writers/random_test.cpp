#include <doctest/doctest.h>

#include <random>

#include "check.hpp"
#include "random_article.hpp"

using namespace thresh;
using namespace thresh::test;

namespace {

void check_from(std::uint64_t seed, int count) {
  for (int i = 0; i < count; ++i, ++seed) {
    const std::string fault = first_fault(random_article(seed), Switches::kAll);
    INFO("seed " << seed);
    REQUIRE_MESSAGE(fault.empty(), fault);
  }
}

}  // namespace

TEST_CASE("articles of marks and near-marks read back as they are, in every format") {
  check_from(0, 2000);
}

TEST_CASE("so do articles that nobody has seen before") {
  const std::uint64_t seed = std::random_device{}();
  MESSAGE("seeds from " << seed);
  check_from(seed, 500);
}
