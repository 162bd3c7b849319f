// Pages from folders, for tests and benchmarks: every file, gunzipped where it is gzip, decoded as
// UTF-8 whatever it is.
#pragma once

#include <zlib.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "base/utf8.hpp"

namespace thresh::test {

inline std::string read_page(const std::string& path) {
  std::string bytes, text;
  gzFile file = gzopen(path.c_str(), "rb");
  if (!file) return text;
  char buffer[1 << 16];
  for (int count; (count = gzread(file, buffer, sizeof buffer)) > 0;) {
    bytes.append(buffer, static_cast<std::size_t>(count));
  }
  gzclose(file);
  base::append_valid_utf8(text, bytes);
  return text;
}

// Sorted by path, so that every run sees the same order.
inline std::vector<std::string> files_in(const std::string& folder) {
  std::vector<std::string> paths;
  if (!std::filesystem::is_directory(folder)) return paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file()) paths.push_back(entry.path().string());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

}  // namespace thresh::test
