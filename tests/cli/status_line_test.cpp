#include "cli/status_line.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <unistd.h>

#include "support/temporary_directory.hpp"

using namespace thresh;
using namespace thresh::cli;

namespace {

std::string shown(bool terminal) {
  const test::TemporaryDirectory folder;
  Io io;
  io.errors = ::open((folder / "err").c_str(), O_WRONLY | O_CREAT, 0600);
  io.errors_are_terminal = terminal;
  io.errors_columns = 8;
  {
    StatusLine status(io);
    status.show("1 of 2");
    status.say("a message");
    status.show("2 of 2, done");
  }
  ::close(io.errors);
  return test::read_whole_file(folder / "err");
}

}  // namespace

TEST_CASE("progress says what is known, and the time left once all URLs are") {
  FetchProgress progress;
  progress.added = 2000;
  progress.finished = 500;
  progress.bytes = 12'400'000;
  CHECK(progress_text(progress, 10) == "500, 50.0/s, 12 MB");
  progress.closed = true;
  progress.failed = 3;
  CHECK(progress_text(progress, 10) == "500 of 2000, 3 failed, 50.0/s, 12 MB, 0:30 left");
  CHECK(progress_text({}, 0) == "0, 0.0/s, 0 MB");
}

TEST_CASE("on a terminal the status stays below the messages, and goes at the end") {
  CHECK(shown(true) == "\r\x1B[K1 of 2\r\x1B[Kthresh: a message\n1 of 2\r\x1B[K2 of 2,\r\x1B[K");
}

TEST_CASE("elsewhere there are messages alone") { CHECK(shown(false) == "thresh: a message\n"); }
