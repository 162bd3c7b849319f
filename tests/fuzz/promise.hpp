// How a fuzz target says that a promise was broken: loudly enough for libFuzzer to keep the input.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace thresh::test {

inline void promise(bool kept, std::string_view what) {
  if (kept) return;
  std::cerr << "broken promise: " << what << '\n';
  std::abort();
}

inline std::string_view as_text(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

}  // namespace thresh::test
