// Errors as values. thresh throws no exceptions of its own; std::bad_alloc may still pass through.
#pragma once

#include <cassert>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace thresh {

// What went wrong. "No article on the page" is not an error; see Verdict in article.hpp.
enum class ErrorCode {
  kTooLarge,    // more bytes than Limits::max_bytes
  kTooComplex,  // more nodes or memory than a page may cost
  kTimeout,     // Limits::timeout_ms passed
  kEncoding,    // a charset was asked for that does not exist
  kDamaged,     // a compressed file that does not decompress
  kNoInput,     // missing or unreadable file
  kIo,          // reading or writing failed

  kBadUrl,          // not a URL that can be fetched
  kHost,            // a host's name that does not resolve
  kConnection,      // no connection, no trust in its certificate, or it broke
  kNetworkTimeout,  // the transfer took too long
  kHttp,            // answered with a status of 400 or more
  kRedirects,       // too many, or in a circle
  kRateLimited,     // asked to come back later than the caller waits
  kRobots,          // robots.txt disallows it
  kRefused,         // an address or scheme that is not to be fetched

  kUsage,  // options that contradict each other or do not exist
};

// The stable name used in JSON: "too_large", "timeout" …
std::string_view error_code_name(ErrorCode code);

struct Error {
  ErrorCode code;
  std::string_view stage;  // static name of the stage that failed: "read", "decode", "parse" …
  std::string message;     // one line for people, names the thing; no trailing full stop
};

// A value or an Error. Check ok() before value(); asking for the wrong one is a bug (assert).
template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}      // NOLINT: implicit
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT: implicit

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  T& value() & { return *std::get_if<0>(&state_); }
  const T& value() const& { return *std::get_if<0>(&state_); }
  T&& value() && { return std::move(*std::get_if<0>(&state_)); }
  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  const Error& error() const& { return *std::get_if<1>(&state_); }
  Error&& error() && { return std::move(*std::get_if<1>(&state_)); }

 private:
  std::variant<T, Error> state_;
};

}  // namespace thresh
