#include "fetch/retry_after.hpp"

#include <doctest/doctest.h>

using namespace thresh::fetch;

namespace {

constexpr std::int64_t kNow = 784'111'717;  // Sun, 06 Nov 1994 08:48:37 GMT

}  // namespace

TEST_CASE("seconds are read as they are") {
  CHECK(parse_retry_after("120", kNow) == 120);
  CHECK(parse_retry_after(" 0 ", kNow) == 0);
  CHECK(parse_retry_after("007", kNow) == 7);
}

TEST_CASE("very long waits are cut, and do not overflow") {
  CHECK(parse_retry_after("99999999999999999999999999", kNow) == kMaxRetryAfterSeconds);
  CHECK(parse_retry_after("Fri, 31 Dec 9999 23:59:59 GMT", kNow) == kMaxRetryAfterSeconds);
}

TEST_CASE("all three forms of dates mean the same time") {
  for (const char* text : {"Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT",
                           "Sun Nov  6 08:49:37 1994", "Sun, 6 nov 1994 08:49:37 GMT"}) {
    CHECK_MESSAGE(parse_http_date(text, kNow) == 784'111'777, text);
    CHECK_MESSAGE(parse_retry_after(text, kNow) == 60, text);
  }
}

TEST_CASE("a date in the past means no wait") {
  CHECK(parse_retry_after("Sun, 06 Nov 1994 08:00:00 GMT", kNow) == 0);
  CHECK(parse_retry_after("Thu, 01 Jan 1970 00:00:00 GMT", kNow) == 0);
}

TEST_CASE("the calendar knows leap years") {
  CHECK(parse_http_date("Thu, 01 Jan 1970 00:00:00 GMT", kNow) == 0);
  CHECK(parse_http_date("Tue, 29 Feb 2000 12:00:00 GMT", kNow) == 951'825'600);
  CHECK(parse_http_date("Fri, 01 Mar 2024 00:00:00 GMT", kNow) == 1'709'251'200);
  CHECK(parse_http_date("Wed, 25 Nov 2026 06:50:52 GMT", kNow) == 1'795'589'452);
  CHECK_FALSE(parse_http_date("Thu, 29 Feb 1900 00:00:00 GMT", kNow));
  CHECK_FALSE(parse_http_date("Sat, 30 Feb 2000 00:00:00 GMT", kNow));
}

TEST_CASE("a year of two digits is at most 50 years ahead") {
  constexpr std::int64_t kIn2026 = 1'795'589'452;
  CHECK(parse_http_date("Friday, 01-Jan-27 00:00:00 GMT", kIn2026) == 1'798'761'600);
  CHECK(parse_http_date("Saturday, 01-Jan-00 00:00:00 GMT", kIn2026) == 946'684'800);
  CHECK(parse_http_date("Tuesday, 01-Jan-80 00:00:00 GMT", kIn2026) == 315'532'800);
}

TEST_CASE("what is neither seconds nor a date is nothing") {
  for (const char* text :
       {"", " ", "soon", "-1", "1.5", "12 s", "+3", "0x10", "Sun, 06 Nov 1994 08:49:37",
        "Sun, 06 Nov 1994 24:00:00 GMT", "Sun, 06 Nov 1994 08:60:00 GMT",
        "Sun, 00 Nov 1994 08:00:00 GMT", "Sun, 06 Foo 1994 08:00:00 GMT",
        "Sun, 06 Nov 194 08:00:00 GMT", "Sun, 06 Nov 1994 8:00:00 GMT",
        "Sun, 06 Nov 1994 08:00:00 CET", "Sun, 06 Nov 1994 08:00:00 GMT GMT"}) {
    CHECK_MESSAGE(!parse_retry_after(text, kNow), text);
  }
}
