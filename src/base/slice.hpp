// A stretch of a string that lives elsewhere: {begin, length} in bytes. Survives the move and the
// growth of that string, which a string_view would not.
#pragma once

#include <cstdint>
#include <string_view>

namespace thresh::base {

struct Slice {
  std::uint32_t begin = 0;
  std::uint32_t length = 0;

  bool empty() const { return length == 0; }
  std::uint32_t end() const { return begin + length; }
  std::string_view of(std::string_view text) const { return text.substr(begin, length); }
};

}  // namespace thresh::base
