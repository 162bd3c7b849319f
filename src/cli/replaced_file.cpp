#include "cli/replaced_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>
#include <utility>

#include "cli/interrupt.hpp"
#include "cli/io.hpp"

namespace thresh::cli {
namespace {

namespace fs = std::filesystem;

constexpr mode_t kNewFile = 0666;  // less what the umask takes

Error failure(const std::string& path, int number) {
  return Error{ErrorCode::kIo, "write", path + ": " + std::generic_category().message(number)};
}

// Where a write to `path` would end: links are followed, so that moving does not replace the link.
std::string target_of(const std::string& path) {
  std::error_code missing;
  const fs::path target = fs::canonical(path, missing);
  return missing ? path : target.string();
}

// In the same folder, so that it can be moved; no page, so that no walk over the folder takes it.
std::string temporary_beside(const std::string& path) {
  const fs::path folder = fs::path(path).parent_path();
  return (folder / (".thresh-" + std::to_string(::getpid()) + ".tmp")).string();
}

}  // namespace

Result<ReplacedFile> ReplacedFile::create(const std::string& path) {
  const std::string target = target_of(path);
  struct stat status;
  const bool exists = ::stat(target.c_str(), &status) == 0;
  const bool replaces = !exists || S_ISREG(status.st_mode);
  if (exists && S_ISDIR(status.st_mode)) return failure(path, EISDIR);
  if (exists && ::access(target.c_str(), W_OK) != 0) return failure(path, errno);
  const std::string temporary = replaces ? temporary_beside(target) : std::string();
  if (replaces) ::unlink(temporary.c_str());  // left by a run that was killed
  remove_if_interrupted(temporary);
  const int flags = O_WRONLY | O_CLOEXEC | (replaces ? O_CREAT | O_EXCL : 0);
  const int descriptor = ::open((replaces ? temporary : target).c_str(), flags, kNewFile);
  if (descriptor < 0) return failure(path, errno);
  if (exists && replaces) ::fchmod(descriptor, status.st_mode & 07777);
  return ReplacedFile(target, temporary, descriptor);
}

Result<ReplacedFile> ReplacedFile::append(const std::string& path) {
  const int flags = O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC;
  const int descriptor = ::open(path.c_str(), flags, kNewFile);
  if (descriptor < 0) return failure(path, errno);
  return ReplacedFile(path, {}, descriptor);
}

ReplacedFile::ReplacedFile(std::string path, std::string temporary, int descriptor)
    : path_(std::move(path)), temporary_(std::move(temporary)), descriptor_(descriptor) {}

ReplacedFile::ReplacedFile(ReplacedFile&& other) noexcept
    : path_(std::move(other.path_)),
      temporary_(std::exchange(other.temporary_, {})),
      descriptor_(std::exchange(other.descriptor_, -1)) {}

ReplacedFile::~ReplacedFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
  if (temporary_.empty()) return;
  ::unlink(temporary_.c_str());
  remove_if_interrupted({});
}

std::optional<Error> ReplacedFile::write(std::string_view bytes) {
  const int number = write_all(descriptor_, bytes);
  if (number != 0) return failure(path_, number);
  return std::nullopt;
}

std::optional<Error> ReplacedFile::commit() {
  if (::close(std::exchange(descriptor_, -1)) != 0) return failure(path_, errno);
  if (temporary_.empty()) return std::nullopt;
  if (std::rename(temporary_.c_str(), path_.c_str()) != 0) return failure(path_, errno);
  temporary_.clear();
  remove_if_interrupted({});
  return std::nullopt;
}

std::optional<Error> write_beside(const std::string& path, std::string_view bytes) {
  const std::string temporary =
      (fs::path(path).parent_path() / (".thresh-save-" + std::to_string(::getpid()) + ".tmp"))
          .string();
  const int descriptor =
      ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, kNewFile);
  if (descriptor < 0) return failure(path, errno);
  int number = write_all(descriptor, bytes);
  if (::close(descriptor) != 0 && number == 0) number = errno;
  if (number == 0 && std::rename(temporary.c_str(), path.c_str()) != 0) number = errno;
  if (number == 0) return std::nullopt;
  ::unlink(temporary.c_str());
  return failure(path, number);
}

}  // namespace thresh::cli
