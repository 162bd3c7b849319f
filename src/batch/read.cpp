#include "batch/read.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <system_error>

#include "base/inflate.hpp"

namespace thresh::batch {
namespace {

constexpr std::size_t kFirstRead = 65536;  // of a pipe, or a file that claims to be empty

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  int number() const { return number_; }

 private:
  int number_;
};

Error failure(ErrorCode code, int number) {
  return Error{code, "read", std::generic_category().message(number)};
}

Error too_large(std::size_t max_bytes) {
  return Error{ErrorCode::kTooLarge, "read",
               "over the limit of " + std::to_string(max_bytes) + " bytes"};
}

// What the file says of its size; 0 if it does not say.
std::size_t expected_bytes(int descriptor) {
  struct stat status;
  const bool known = ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
  return known ? static_cast<std::size_t>(status.st_size) : 0;
}

// Asks for a byte more than expected: a regular file that holds what it says is done in one read.
Result<std::string> read_bounded(int descriptor, std::size_t max_bytes) {
  const std::size_t expected = expected_bytes(descriptor);
  if (expected > max_bytes) return too_large(max_bytes);
  std::string bytes(expected > 0 ? expected + 1 : std::min(kFirstRead, max_bytes + 1), '\0');
  for (std::size_t used = 0;;) {
    const ssize_t count = ::read(descriptor, bytes.data() + used, bytes.size() - used);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return failure(errno == EISDIR ? ErrorCode::kNoInput : ErrorCode::kIo, errno);
    used += static_cast<std::size_t>(count);
    if (used > max_bytes) return too_large(max_bytes);
    if (count == 0 || used == expected) {
      bytes.resize(used);
      return bytes;
    }
    if (used == bytes.size()) bytes.resize(std::min(2 * used, max_bytes + 1));
  }
}

}  // namespace

Result<std::string> read_descriptor(int descriptor, std::size_t max_bytes) {
  Result<std::string> bytes = read_bounded(descriptor, max_bytes);
  if (bytes && base::is_gzip(*bytes)) return base::gunzip(*bytes, max_bytes);
  return bytes;
}

Result<std::string> read_file(const std::string& path, std::size_t max_bytes) {
  const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (file.number() < 0) return failure(ErrorCode::kNoInput, errno);
  return read_descriptor(file.number(), max_bytes);
}

}  // namespace thresh::batch
