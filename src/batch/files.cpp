#include "batch/files.hpp"

#include <filesystem>
#include <system_error>
#include <utility>

#include "base/utf8.hpp"
#include "batch/names.hpp"
#include "batch/read.hpp"

namespace thresh::batch {
namespace {

Record make_record(std::string_view id, std::string_view source, bool named) {
  Record record;
  record.id = base::valid_utf8(id);
  record.source = base::valid_utf8(source);
  record.named = named;
  return record;
}

Record unreadable(std::string_view source, bool named, std::string message) {
  Record record = make_record(without_page_ending(last_part(source)), source, named);
  record.load = [error = Error{ErrorCode::kNoInput, "read", std::move(message)}] {
    return Result<std::string>(error);
  };
  return record;
}

std::string join(const std::string& directory, const std::string& path) {
  return directory.ends_with('/') ? directory + path : directory + "/" + path;
}

}  // namespace

bool is_directory(const std::string& path) {
  std::error_code unknown;
  return path != kStandardInput && std::filesystem::is_directory(path, unknown);
}

FileSource::FileSource(std::vector<std::string> names, int input, std::size_t max_bytes)
    : names_(std::move(names)), input_(input), max_bytes_(max_bytes) {}

std::optional<Record> FileSource::next() {
  for (;;) {
    if (directory_) {
      if (std::optional<Record> record = next_in_directory()) return record;
    }
    if (at_ == names_.size()) return std::nullopt;
    const std::string& name = names_[at_++];
    if (!is_directory(name)) return file(name);
    directory_.emplace(Directory{name, DirectoryWalk(name)});
  }
}

std::optional<Record> FileSource::next_in_directory() {
  if (const std::optional<DirectoryWalk::Found> found = directory_->walk.next()) {
    directory_->empty = false;
    return page(directory_->name, *found);
  }
  const Directory done = *std::exchange(directory_, std::nullopt);
  if (!done.empty) return std::nullopt;
  return unreadable(done.name, true, "no .html, .htm or .xhtml file in this directory");
}

Record FileSource::file(const std::string& name) const {
  if (name == kStandardInput) {
    Record record = make_record(name, name, true);
    record.load = [input = input_, max_bytes = max_bytes_] {
      return read_descriptor(input, max_bytes);
    };
    return record;
  }
  Record record = make_record(without_page_ending(last_part(name)), name, true);
  record.load = [name, max_bytes = max_bytes_] { return read_file(name, max_bytes); };
  return record;
}

Record FileSource::page(const std::string& directory, const DirectoryWalk::Found& found) const {
  const bool is_root = found.path.empty();
  const std::string path = is_root ? directory : join(directory, found.path);
  if (!found.error.empty()) return unreadable(path, is_root, found.error);
  Record record = make_record(without_page_ending(found.path), path, false);
  record.load = [path, max_bytes = max_bytes_] { return read_file(path, max_bytes); };
  return record;
}

}  // namespace thresh::batch
