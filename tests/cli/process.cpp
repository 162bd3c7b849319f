#include "cli/process.hpp"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <stdexcept>

namespace thresh::test {
namespace {

std::vector<char*> pointers(std::vector<std::string>& strings) {
  std::vector<char*> out;
  for (std::string& string : strings) out.push_back(string.data());
  out.push_back(nullptr);
  return out;
}

void open_as(int descriptor, const std::string& path, int flags) {
  const int file = ::open(path.c_str(), flags, 0600);
  if (file != descriptor) ::dup2(file, descriptor);
}

}  // namespace

Process::Process(std::vector<std::string> arguments, std::vector<std::string> environment,
                 const std::string& input) {
  arguments.insert(arguments.begin(), THRESH_COMMAND);
  const std::vector<char*> argv = pointers(arguments);
  const std::vector<char*> envp = pointers(environment);
  const std::string in = folder_.write("in", input);
  const std::string out = folder_ / "out";
  const std::string err = folder_ / "err";
  process_ = ::fork();
  if (process_ < 0) throw std::runtime_error("fork");
  if (process_ > 0) return;
  open_as(0, in, O_RDONLY);
  open_as(1, out, O_WRONLY | O_CREAT);
  open_as(2, err, O_WRONLY | O_CREAT);
  ::execve(THRESH_COMMAND, argv.data(), envp.data());
  ::_exit(127);
}

Process::~Process() {
  if (process_ < 0) return;
  ::kill(process_, SIGKILL);
  wait();
}

void Process::send(int signal) const { ::kill(process_, signal); }

int Process::wait() {
  int status = 0;
  ::waitpid(process_, &status, 0);
  process_ = -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

std::string Process::output() const { return read_whole_file(folder_ / "out"); }
std::string Process::errors() const { return read_whole_file(folder_ / "err"); }

}  // namespace thresh::test
