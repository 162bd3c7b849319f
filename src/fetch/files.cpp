#include "fetch/files.hpp"

#include <unistd.h>

#include <cerrno>
#include <fstream>
#include <system_error>

namespace thresh::fetch {

std::optional<std::string> read_whole(const std::string& path, std::size_t max_bytes) {
  std::ifstream file(path, std::ios::binary | std::ios::ate);
  const std::streamoff size = file.tellg();
  if (!file || size < 0 || static_cast<std::size_t>(size) > max_bytes) return std::nullopt;
  std::string bytes(static_cast<std::size_t>(size), '\0');
  file.seekg(0);
  if (!file.read(bytes.data(), size)) return std::nullopt;
  return bytes;
}

int write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR) return errno;
    if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

Error file_error(const std::string& path, int number) {
  return {ErrorCode::kIo, "write", path + ": " + std::generic_category().message(number)};
}

}  // namespace thresh::fetch
