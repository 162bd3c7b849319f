// Standard error: messages, and below them on a terminal a line that is written over and over.
#pragma once

#include <cstddef>
#include <mutex>
#include <string>

#include "cli/io.hpp"
#include "thresh/fetch.hpp"

namespace thresh::cli {

// "812 of 2000, 3 failed, 41.2/s, 96 MB, 0:29 left"; the time only when all URLs are known.
std::string progress_text(const FetchProgress& progress, double seconds);

// Its functions may be called from any thread.
class StatusLine {
 public:
  explicit StatusLine(const Io& io) : io_(io) {}
  StatusLine(const StatusLine&) = delete;
  StatusLine& operator=(const StatusLine&) = delete;
  ~StatusLine() { show({}); }

  // "thresh: LINE". `line` must be safe to print. What cannot be written has nowhere else to go.
  void say(const std::string& line);

  // Replaces the status; empty: takes it away. Nothing on what is no terminal.
  void show(const std::string& status);

 private:
  const Io& io_;
  std::mutex mutex_;  // guards what follows, and the order of what is written
  std::string shown_;
};

}  // namespace thresh::cli
