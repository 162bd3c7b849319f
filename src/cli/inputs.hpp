// What a run reads, so that it does not write over it.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace thresh::cli {

class Inputs {
 public:
  explicit Inputs(const std::vector<std::string>& sources);

  // Whether a page that is read is, or could be, the file `path`: it is a named file, or lies in a
  // named directory and is called like a page. It need not exist.
  bool hold(const std::string& path) const;

 private:
  std::set<std::pair<dev_t, ino_t>> files_;
  std::vector<std::filesystem::path> directories_;
};

}  // namespace thresh::cli
