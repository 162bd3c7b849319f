#include "cli/case.hpp"

#include <sys/wait.h>

#include <cstdlib>
#include <fstream>
#include <string_view>

#include "support/temporary_directory.hpp"

namespace fs = std::filesystem;

namespace thresh::test {
namespace {

constexpr std::string_view kOutput = "expected.stdout";
constexpr std::string_view kErrors = "expected.stderr";
constexpr std::string_view kStatus = "expected.status";

bool is_part_of_harness(const std::string& name) {
  return name == "cmd" || name == "stdin" || name == kOutput || name == kErrors || name == kStatus;
}

void copy_inputs(const fs::path& from, const fs::path& to) {
  if (!fs::is_directory(from)) return;
  for (const fs::directory_entry& entry : fs::directory_iterator(from)) {
    const fs::path name = entry.path().filename();
    if (!is_part_of_harness(name.string())) {
      fs::copy(entry.path(), to / name, fs::copy_options::recursive);
    }
  }
}

std::string in_quotes(const fs::path& path) { return "'" + path.string() + "'"; }

std::string decimal_status(int wait_status) {
  if (WIFEXITED(wait_status)) return std::to_string(WEXITSTATUS(wait_status));
  return "signal " + std::to_string(WTERMSIG(wait_status));
}

void write_or_remove(const fs::path& file, const std::string& text, std::string_view default_text) {
  fs::remove(file);
  if (text != default_text) std::ofstream(file, std::ios::binary) << text;
}

std::string difference(std::string_view what, const std::string& expected,
                       const std::string& actual) {
  if (expected == actual) return {};
  return std::string(what) + " is\n" + actual + "\nand not\n" + expected + "\n";
}

}  // namespace

CaseResult run_case(const fs::path& folder, const fs::path& common, const fs::path& command) {
  const TemporaryDirectory scratch;
  fs::create_directory(scratch / "work");
  fs::create_directory(scratch / "bin");
  fs::create_symlink(command, scratch / "bin/thresh");
  copy_inputs(common, scratch / "work");
  copy_inputs(folder, scratch / "work");
  const fs::path input = fs::exists(folder / "stdin") ? folder / "stdin" : fs::path("/dev/null");
  const std::string line = "cd " + in_quotes(scratch / "work") +
                           " && env -i LC_ALL=C PATH=" + in_quotes(scratch / "bin") +
                           ":/usr/bin:/bin sh " + in_quotes(folder / "cmd") + " < " +
                           in_quotes(input) + " > " + in_quotes(scratch / "stdout") + " 2> " +
                           in_quotes(scratch / "stderr");
  const int status = std::system(line.c_str());  // NOLINT(concurrency-mt-unsafe): one at a time
  return {read_whole_file(scratch / "stdout"), read_whole_file(scratch / "stderr"),
          decimal_status(status)};
}

CaseResult read_expected(const fs::path& folder) {
  std::string status = read_whole_file(folder / kStatus);
  while (status.ends_with('\n')) status.pop_back();
  if (status.empty()) status = "0";
  return {read_whole_file(folder / kOutput), read_whole_file(folder / kErrors), status};
}

void write_expected(const fs::path& folder, const CaseResult& result) {
  write_or_remove(folder / kOutput, result.output, "");
  write_or_remove(folder / kErrors, result.errors, "");
  write_or_remove(folder / kStatus, result.status + "\n", "0\n");
}

std::string differences(const CaseResult& expected, const CaseResult& actual) {
  return difference("stdout", expected.output, actual.output) +
         difference("stderr", expected.errors, actual.errors) +
         difference("status", expected.status, actual.status);
}

}  // namespace thresh::test
