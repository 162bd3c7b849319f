#include "base/deflate.hpp"

#include <doctest/doctest.h>

#include "base/inflate.hpp"

using namespace thresh;

TEST_CASE("what was packed unpacks to the same bytes") {
  std::string long_text;
  for (int i = 0; i < 50'000; ++i) long_text += std::to_string(i);
  for (const std::string& text : {std::string(), std::string("news"), long_text}) {
    const Result<std::string> packed = base::gzip(text);
    REQUIRE(packed.ok());
    CHECK(base::is_gzip(*packed));
    const Result<std::string> unpacked = base::gunzip(*packed, 1'000'000);
    REQUIRE(unpacked.ok());
    CHECK(*unpacked == text);
  }
}

TEST_CASE("members one after the other are one file") {
  const std::string both = *base::gzip("one ") + *base::gzip("two");
  CHECK(*base::gunzip(both, 100) == "one two");
}
