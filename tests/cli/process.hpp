// The command as a process, for what a function call cannot show: signals, the environment.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

#include "support/temporary_directory.hpp"

namespace thresh::test {

class Process {
 public:
  // Starts `thresh ARGUMENTS…` with nothing in its environment but these lines "NAME=value".
  // input: what standard input holds.
  explicit Process(std::vector<std::string> arguments, std::vector<std::string> environment = {},
                   const std::string& input = {});
  Process(const Process&) = delete;
  Process& operator=(const Process&) = delete;
  ~Process();

  void send(int signal) const;

  // Waits for its end. The exit status; -1 if a signal ended it.
  int wait();

  // After wait().
  std::string output() const;
  std::string errors() const;

 private:
  TemporaryDirectory folder_;
  pid_t process_ = -1;
};

}  // namespace thresh::test
