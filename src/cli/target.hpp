// Where pages are written: standard output, one file, or a file each.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "batch/record.hpp"
#include "cli/args.hpp"
#include "cli/exit_codes.hpp"
#include "cli/io.hpp"

namespace thresh::cli {

// Why no more can be written. Ends the run.
struct Failure {
  ExitCode code;
  std::string message;  // empty: say nothing
};

// Standard output. A pipe that its reader closed is a failure without a message.
std::optional<Failure> write_output(const Io& io, std::string_view bytes);

class Target {
 public:
  virtual ~Target() = default;

  // Called in input order, for failed pages too (their output may be empty).
  virtual std::optional<Failure> write(const batch::Outcome& outcome) = 0;

  // Whether an earlier run left the page of that URL here (--resume). Asked for each URL that is to
  // be fetched, in the order of the input; for any thread.
  virtual bool holds(const std::string& /*url*/) { return false; }

  // After the last. A file comes to its final name here; without finish() it never does.
  virtual std::optional<Failure> finish() = 0;
};

struct OpenedTarget {
  std::unique_ptr<Target> target;  // null: see failure
  Failure failure = {};
};

// several: there is more than one source, or a directory, so that pages need something between.
OpenedTarget open_target(const Args& args, const Io& io, bool several);

}  // namespace thresh::cli
