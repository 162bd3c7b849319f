#include <fcntl.h>

#include <csignal>

#include "cli/interrupt.hpp"
#include "cli/io.hpp"
#include "cli/run.hpp"
#include "thresh/extract.hpp"

namespace {

// A descriptor that the parent closed must fail when used, not be reused for a page or an output.
void occupy_standard_descriptors() {
  for (int descriptor = 0; descriptor <= 2; ++descriptor) {
    if (::fcntl(descriptor, F_GETFD) != -1) continue;
    (void)::open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY);
  }
}

}  // namespace

int main(int argc, char** argv) {
  occupy_standard_descriptors();
  std::signal(SIGPIPE, SIG_IGN);  // a write to a closed pipe fails with EPIPE instead
  thresh::cli::handle_interrupts();
  return thresh::cli::run_command(argc, argv, thresh::cli::standard_io(), thresh::extract);
}
