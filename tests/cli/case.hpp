// A case of the command line: a folder with `cmd` (a shell script), `stdin` if it needs one,
// expected.stdout, expected.stderr and expected.status (missing: empty, empty, 0), and the files
// that the script uses.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace thresh::test {

struct CaseResult {
  std::string output;
  std::string errors;
  std::string status;  // in decimal

  bool operator==(const CaseResult&) const = default;
};

// Runs `cmd` in a fresh folder that holds copies of the case's files and of everything in `common`,
// with `command` as `thresh` in PATH and an environment of nothing else.
CaseResult run_case(const std::filesystem::path& folder, const std::filesystem::path& common,
                    const std::filesystem::path& command);

CaseResult read_expected(const std::filesystem::path& folder);

// Writes what differs from the defaults, removes the files of what does not.
void write_expected(const std::filesystem::path& folder, const CaseResult& result);

// What differs, for people; empty if nothing does.
std::string differences(const CaseResult& expected, const CaseResult& actual);

}  // namespace thresh::test
