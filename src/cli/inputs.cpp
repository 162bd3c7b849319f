#include "cli/inputs.hpp"

#include <sys/stat.h>

#include <algorithm>

#include "batch/files.hpp"
#include "batch/names.hpp"

namespace thresh::cli {
namespace {

namespace fs = std::filesystem;

bool is_below(const fs::path& path, const fs::path& directory) {
  return std::mismatch(directory.begin(), directory.end(), path.begin(), path.end()).first ==
         directory.end();
}

}  // namespace

Inputs::Inputs(const std::vector<std::string>& sources) {
  for (const std::string& source : sources) {
    struct stat status;
    if (source == batch::kStandardInput || ::stat(source.c_str(), &status) != 0) continue;
    std::error_code ignored;
    if (S_ISREG(status.st_mode)) files_.emplace(status.st_dev, status.st_ino);
    if (S_ISDIR(status.st_mode)) directories_.push_back(fs::canonical(source, ignored));
  }
}

bool Inputs::hold(const std::string& path) const {
  struct stat status;
  if (::stat(path.c_str(), &status) == 0 && files_.contains({status.st_dev, status.st_ino})) {
    return true;
  }
  if (directories_.empty() || !batch::is_page_name(path)) return false;
  std::error_code ignored;
  const fs::path place = fs::weakly_canonical(path, ignored);
  return std::any_of(directories_.begin(), directories_.end(),
                     [&place](const fs::path& directory) { return is_below(place, directory); });
}

}  // namespace thresh::cli
