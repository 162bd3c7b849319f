#include "page/utf16.hpp"

#include "base/ascii.hpp"

namespace thresh::page {
namespace {

constexpr std::size_t kSampleBytes = 1024;
constexpr std::size_t kLeastUnits = 8;

// An ASCII character of text whose other byte is zero.
bool is_ascii_unit(char zero, char ascii) {
  return zero == 0 && ((ascii >= ' ' && ascii < 0x7F) || base::is_space(ascii));
}

// Pages begin with mark-up, so much of the first characters is ASCII in any language, from the very
// first on. A page with stray zero bytes has them on either side.
bool is_utf16(std::size_t ascii_units, std::size_t swapped_units, std::size_t units) {
  return ascii_units * 3 >= units && swapped_units * 16 <= ascii_units;
}

}  // namespace

std::string_view utf16_by_zero_bytes(std::string_view bytes) {
  bytes = bytes.substr(0, kSampleBytes);
  const std::size_t units = bytes.size() / 2;
  if (units < kLeastUnits) return {};
  std::size_t little = 0, big = 0;
  for (std::size_t i = 0; i < units; ++i) {
    if (is_ascii_unit(bytes[2 * i + 1], bytes[2 * i])) ++little;
    if (is_ascii_unit(bytes[2 * i], bytes[2 * i + 1])) ++big;
  }
  if (bytes[1] == 0 && is_utf16(little, big, units)) return "utf-16le";
  if (bytes[0] == 0 && is_utf16(big, little, units)) return "utf-16be";
  return {};
}

}  // namespace thresh::page
