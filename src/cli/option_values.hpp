// What the table of options is made with: an option's argument into a field.
#pragma once

#include <charconv>
#include <cmath>
#include <optional>
#include <string>
#include <system_error>

#include "cli/args.hpp"

namespace thresh::cli {

using Text = const std::string&;

template <class Number>
std::optional<Number> parse_number(Text text) {
  Number number{};
  const char* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  if (error != std::errc() || stop != end) return std::nullopt;
  return number;
}

// "0.5" as milliseconds, up to a million seconds.
inline std::optional<int> parse_seconds(Text text) {
  constexpr double kMaxSeconds = 1'000'000;
  const std::optional<double> seconds = parse_number<double>(text);
  if (!seconds || !(*seconds >= 0 && *seconds <= kMaxSeconds)) return std::nullopt;
  return static_cast<int>(std::ceil(*seconds * 1000));
}

// Fields of FetchOptions.
template <std::string FetchOptions::*kField>
bool set_text(Args& args, Text text) {
  args.fetch.*kField = text;
  return true;
}

template <bool FetchOptions::*kField, bool kValue>
bool set_flag(Args& args, Text) {
  args.fetch.*kField = kValue;
  return true;
}

template <int FetchOptions::*kField, int kLeast, int kMost>
bool set_count(Args& args, Text text) {
  const std::optional<int> count = parse_number<int>(text);
  if (!count || *count < kLeast || *count > kMost) return false;
  args.fetch.*kField = *count;
  return true;
}

template <int FetchOptions::*kField>
bool set_seconds(Args& args, Text text) {
  const std::optional<int> milliseconds = parse_seconds(text);
  if (milliseconds) args.fetch.*kField = *milliseconds;
  return milliseconds.has_value();
}

}  // namespace thresh::cli
