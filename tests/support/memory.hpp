// How much memory this process has.
#pragma once

#include <cstddef>
#include <fstream>
#include <string>

namespace thresh::test {

// "VmRSS", what it has now, or "VmHWM", the most it had, as Linux tells it.
inline std::size_t memory_bytes(const std::string& field) {
  std::ifstream status("/proc/self/status");
  for (std::string name; status >> name;) {
    std::size_t kilobytes = 0;
    if (name == field + ':' && status >> kilobytes) return kilobytes * 1024;
  }
  return 0;
}

}  // namespace thresh::test
