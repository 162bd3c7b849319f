// JSON as people and templates write it → JSON that a strict parser takes.
//
// Repaired: a byte order mark, invalid UTF-8, // and /* */ comments, raw control characters in
// strings (newline and tab become escapes, others a space), lone surrogates (U+FFFD), backslashes
// that escape nothing (dropped). Everything else is copied; whether it is JSON the parser says.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace thresh::base {

// Bounds on what a parser may be handed: they keep its memory small and readers' loops shallow.
inline constexpr std::size_t kMaxJsonDepth = 512;
inline constexpr std::size_t kMaxJsonValues = 1'000'000;

// nullopt past the bounds.
std::optional<std::string> repair_json(std::string_view text);

}  // namespace thresh::base
