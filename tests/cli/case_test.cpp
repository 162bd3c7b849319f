// The harness must be seen to fail.
#include "cli/case.hpp"

#include <doctest/doctest.h>

#include "support/temporary_directory.hpp"

using namespace thresh::test;

namespace {

CaseResult run(const TemporaryDirectory& folder, const char* command = "/bin/cat") {
  return run_case(folder / "case", folder / "common", command);
}

}  // namespace

TEST_CASE("a case that prints nothing and ends well is as expected by default") {
  const TemporaryDirectory folder;
  folder.write("case/cmd", "true\n");
  CHECK(differences(read_expected(folder / "case"), run(folder)) == "");
}

TEST_CASE("a stray line, a message or a status that nobody expects is a difference") {
  for (const char* script : {"echo x", "echo x >&2", "exit 3", "kill -9 $$", "printf '\\n'"}) {
    const TemporaryDirectory folder;
    folder.write("case/cmd", script);
    CAPTURE(script);
    CHECK(differences(read_expected(folder / "case"), run(folder)) != "");
  }
}

TEST_CASE("output, message and status that are expected and do not come are differences") {
  for (const char* name : {"expected.stdout", "expected.stderr", "expected.status"}) {
    const TemporaryDirectory folder;
    folder.write("case/cmd", "true\n");
    folder.write(std::string("case/") + name, "1\n");
    CAPTURE(name);
    const std::string found = differences(read_expected(folder / "case"), run(folder));
    CHECK(found.find(std::string(name).substr(9) + " is") != std::string::npos);
  }
}

TEST_CASE("differences are byte for byte") {
  CHECK(differences({"a\n", "", "0"}, {"a", "", "0"}) != "");
  CHECK(differences({"a", "", "0"}, {"A", "", "0"}) != "");
  CHECK(differences({"a", "b", "2"}, {"a", "b", "2"}) == "");
}

TEST_CASE("the command is thresh, in a folder of copies, with its own standard input") {
  const TemporaryDirectory folder;
  folder.write("common/shared", "shared\n");
  folder.write("case/sub/own", "own\n");
  folder.write("case/stdin", "in\n");
  folder.write("case/cmd", "thresh shared sub/own -; ls; rm shared; echo $HOME$TERM >&2; exit 7\n");
  CHECK(run(folder) == CaseResult{"shared\nown\nin\nshared\nsub\n", "\n", "7"});
  CHECK(read_whole_file(folder / "common/shared") == "shared\n");
}

TEST_CASE("what is written as expected is read back so, and defaults leave no file") {
  const TemporaryDirectory folder;
  folder.write("case/expected.stderr", "old");
  const CaseResult result = {"out\n", "", "65"};
  write_expected(folder / "case", result);
  CHECK(read_expected(folder / "case") == result);
  CHECK_FALSE(std::filesystem::exists(folder / "case/expected.stderr"));
  write_expected(folder / "case", {"", "", "0"});
  CHECK(std::filesystem::is_empty(folder / "case"));
}
