// Expectations that a program makes are files; THRESH_UPDATE=1 lets the tests write them anew.
#pragma once

#include <cstdlib>
#include <string_view>

namespace thresh::test {

inline bool updating() {
  const char* set = std::getenv("THRESH_UPDATE");
  return set != nullptr && std::string_view(set) == "1";
}

}  // namespace thresh::test
