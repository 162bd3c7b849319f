// The Retry-After header and the dates of HTTP. Reads no clock and no locale.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace thresh::fetch {

// Longer waits are cut to this: 10 years, which still fit when counted in milliseconds as 64 bits.
inline constexpr int kMaxRetryAfterSeconds = 315'360'000;

// Seconds to wait from unix_now on, 0 for a date in the past; nullopt if the value is neither
// seconds nor a date.
std::optional<int> parse_retry_after(std::string_view value, std::int64_t unix_now);

// Unix seconds of an HTTP date in any of the forms of RFC 9110, 5.6.7: IMF-fixdate
// ("Sun, 06 Nov 1994 08:49:37 GMT"), RFC 850's ("Sunday, 06-Nov-94 08:49:37 GMT") and asctime's
// ("Sun Nov  6 08:49:37 1994"). Two-digit years are read as not more than 50 years after unix_now.
std::optional<std::int64_t> parse_http_date(std::string_view text, std::int64_t unix_now);

}  // namespace thresh::fetch
