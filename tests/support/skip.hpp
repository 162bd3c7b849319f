// For tests that need something this machine may lack: ctest shows them as skipped, not as passed.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <optional>
#include <string>
#include <string_view>

namespace thresh::test {

// Call it and return from the test case.
inline void skip(std::string_view why) { std::cout << "SKIPPED: " << why << std::endl; }

// A folder of the benchmark data, which is no part of the project: THRESH_BENCH names the folder
// that holds it. nullopt, and the test skipped, if it is not there.
inline std::optional<std::filesystem::path> bench_folder_or_skip(const std::string& name) {
  const char* set = std::getenv("THRESH_BENCH");
  std::filesystem::path folder =
      set ? set : std::filesystem::path(THRESH_SOURCE_DIR) / "../shared/bench";
  folder /= name;
  if (std::filesystem::is_directory(folder)) return folder;
  skip(folder.string() + " is not there (see THRESH_BENCH in CONTRIBUTING.md)");
  return std::nullopt;
}

}  // namespace thresh::test
