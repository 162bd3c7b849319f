#include "cli/io.hpp"

#include <sys/ioctl.h>
#include <sys/poll.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>

namespace thresh::cli {
namespace {

constexpr std::size_t kUsualColumns = 80;

bool set_in_environment(const char* name) {
  const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): before any thread
  return value != nullptr && *value != '\0';
}

std::size_t columns_of(int descriptor) {
  winsize size = {};
  const bool known = ::ioctl(descriptor, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return known ? size.ws_col : kUsualColumns;
}

}  // namespace

Io standard_io() {
  Io io;
  io.input_is_terminal = ::isatty(io.input) != 0;
  if (::isatty(io.output) != 0) {
    io.color = !set_in_environment("NO_COLOR");
    io.columns = columns_of(io.output);
  }
  return io;
}

int write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0 && errno == EAGAIN) {  // whoever started us left it non-blocking
      pollfd ready = {descriptor, POLLOUT, 0};
      ::poll(&ready, 1, -1);
      continue;
    }
    if (count < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return 0;
}

}  // namespace thresh::cli
