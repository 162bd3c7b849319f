#include "cli/io.hpp"

#include <sys/ioctl.h>
#include <sys/poll.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <initializer_list>
#include <string>

namespace thresh::cli {
namespace {

constexpr std::size_t kUsualColumns = 80;

// The first of them that is set to anything.
std::string environment(std::initializer_list<const char*> names) {
  for (const char* name : names) {
    const char* value = std::getenv(name);  // NOLINT(concurrency-mt-unsafe): before any thread
    if (value != nullptr && *value != '\0') return value;
  }
  return {};
}

// $HTTP_PROXY is not read, as curl does not: to a CGI program it is a header of the request.
Proxies proxies_of_environment() {
  Proxies proxies;
  proxies.http = environment({"http_proxy", "all_proxy", "ALL_PROXY"});
  proxies.https = environment({"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"});
  proxies.except_for = environment({"no_proxy", "NO_PROXY"});
  return proxies;
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
    io.color = environment({"NO_COLOR"}).empty();
    io.columns = columns_of(io.output);
  }
  io.errors_are_terminal = ::isatty(io.errors) != 0;
  if (io.errors_are_terminal) io.errors_columns = columns_of(io.errors);
  io.proxies = proxies_of_environment();
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
