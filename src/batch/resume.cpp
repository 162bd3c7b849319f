#include "batch/resume.hpp"

#include <filesystem>
#include <fstream>
#include <optional>
#include <system_error>

#include "base/json.hpp"

namespace thresh::batch {
namespace {

namespace fs = std::filesystem;

// The source of a whole record of a page that was read.
std::optional<std::string> done_source(const std::string& line) {
  const std::optional<base::Json> record = base::Json::parse(line);
  if (!record || record->root()["status"].string() != "ok") return std::nullopt;
  return std::string(record->root()["source"].string());
}

Error failure(const std::string& path, const std::string& message) {
  return {ErrorCode::kIo, "resume", path + ": " + message};
}

}  // namespace

Result<std::unordered_set<std::string>> keep_done_records(const std::string& path) {
  std::unordered_set<std::string> done;
  std::error_code missing;
  if (!fs::exists(path, missing)) return done;
  if (!fs::is_regular_file(path, missing)) return failure(path, "is no file to go on with");
  const std::string kept_path = path + ".resume";
  std::ifstream records(path, std::ios::binary);
  std::ofstream kept(kept_path, std::ios::binary | std::ios::trunc);
  for (std::string line; std::getline(records, line);) {
    if (records.eof()) break;  // no newline: the record is not whole
    std::optional<std::string> source = done_source(line);
    if (source && done.insert(std::move(*source)).second) kept << line << '\n';
  }
  kept.close();
  std::error_code error;
  if (records.bad() || !kept) {
    fs::remove(kept_path, error);
    return failure(path, "cannot be read, or copied beside itself");
  }
  fs::permissions(kept_path, fs::status(path).permissions(), error);
  fs::rename(kept_path, path, error);
  if (error) return failure(path, error.message());
  return done;
}

}  // namespace thresh::batch
