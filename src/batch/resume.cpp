#include "batch/resume.hpp"

#include <filesystem>
#include <fstream>
#include <optional>
#include <system_error>

#include "base/json.hpp"

namespace thresh::batch {
namespace {

namespace fs = std::filesystem;

struct Line {
  bool is_record = false;
  bool is_done = false;  // of a page that was read
  std::string source;
};

Line read_line(const std::string& text) {
  Line line;
  const std::optional<base::Json> record = base::Json::parse(text);
  if (!record) return line;
  const base::JsonValue root = record->root();
  line.is_record = root["source"].is_string() && root["status"].is_string();
  line.is_done = root["status"].string() == "ok";
  line.source = root["source"].string();
  return line;
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
  bool all_records = true;
  for (std::string text; all_records && std::getline(records, text);) {
    if (records.eof()) break;  // no newline: the record is not whole
    const Line line = read_line(text);
    all_records = line.is_record;
    if (line.is_done && done.insert(line.source).second) kept << text << '\n';
  }
  kept.close();
  std::error_code error;
  if (!all_records || records.bad() || !kept) {
    fs::remove(kept_path, error);
    return failure(path, all_records ? "cannot be read, or copied beside itself"
                                     : "holds other things than records; it stays as it is");
  }
  fs::permissions(kept_path, fs::status(path).permissions(), error);
  fs::rename(kept_path, path, error);
  if (error) return failure(path, error.message());
  return done;
}

}  // namespace thresh::batch
