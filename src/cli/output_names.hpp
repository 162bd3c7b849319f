// Names of the files that --output-dir writes.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

namespace thresh::cli {

// Gives each page a name made from its id, the same for the same input: no part of a path, no
// control characters, not hidden, at most kMaxNameBytes, and none twice.
class OutputNames {
 public:
  static constexpr std::size_t kMaxNameBytes = 200;

  // extension: with its dot.
  explicit OutputNames(std::string_view extension) : extension_(extension) {}

  std::string next(std::string_view id);

 private:
  std::string extension_;
  std::unordered_map<std::string, int> used_;  // stem → the last number it was given
};

}  // namespace thresh::cli
