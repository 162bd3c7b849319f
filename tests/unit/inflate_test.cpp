#include "base/inflate.hpp"

#include <doctest/doctest.h>

using namespace thresh;
using namespace std::string_literals;

namespace {

const std::string kOnePage =
    "\x1F\x8B\x08\x00\x00\x00\x00\x00\x02\x03\xCB\xCF\x4B\x55\x28\x48\x4C\x4F\xE5\x02\x00\xD6\x55"
    "\x1F\xB1\x09\x00\x00\x00"s;
const std::string kAndAnother =
    "\x1F\x8B\x08\x00\x00\x00\x00\x00\x02\x03\x4B\xCC\x4B\x51\x48\xCC\xCB\x2F\xC9\x48\x2D\xE2\x02"
    "\x00\xCF\x35\x17\xEF\x0C\x00\x00\x00"s;
constexpr std::size_t kPlenty = 1000;

std::string unpacked(std::string_view bytes) {
  const Result<std::string> result = base::gunzip(bytes, kPlenty);
  REQUIRE(result);
  return *result;
}

ErrorCode failure(std::string_view bytes, std::size_t max_bytes) {
  const Result<std::string> result = base::gunzip(bytes, max_bytes);
  REQUIRE_FALSE(result);
  return result.error().code;
}

}  // namespace

TEST_CASE("gzip data is known by its first two bytes") {
  CHECK(base::is_gzip(kOnePage));
  CHECK_FALSE(base::is_gzip("<html>"));
  CHECK_FALSE(base::is_gzip(""));
}

TEST_CASE("all members are unpacked, and what follows them is ignored") {
  CHECK(unpacked(kOnePage) == "one page\n");
  CHECK(unpacked(kOnePage + kAndAnother) == "one page\nand another\n");
  CHECK(unpacked(kOnePage + std::string(512, '\0')) == "one page\n");
}

TEST_CASE("output over the limit is too large, whichever member passes it") {
  std::string many;
  for (int i = 0; i < 5000; ++i) many += kOnePage;
  CHECK(base::gunzip(many, 45'000).ok());
  CHECK(failure(many, 44'999) == ErrorCode::kTooLarge);
  CHECK(failure(kOnePage, 0) == ErrorCode::kTooLarge);
}

TEST_CASE("data that breaks off anywhere is damaged") {
  for (std::size_t length = 0; length < kOnePage.size(); ++length) {
    CAPTURE(length);
    CHECK(failure(kOnePage.substr(0, length), kPlenty) == ErrorCode::kDamaged);
  }
  CHECK(failure(kOnePage + kAndAnother.substr(0, 20), kPlenty) == ErrorCode::kDamaged);
}

TEST_CASE("wrong checksums and other data are damaged") {
  std::string wrong = kOnePage;
  wrong[23] = static_cast<char>(wrong[23] + 1);
  CHECK(failure(wrong, kPlenty) == ErrorCode::kDamaged);
  CHECK(failure("<html>", kPlenty) == ErrorCode::kDamaged);
}
