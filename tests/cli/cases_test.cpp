#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "cli/case.hpp"
#include "support/update.hpp"

using namespace thresh::test;
namespace fs = std::filesystem;

namespace {

const fs::path kFolder = THRESH_SOURCE_DIR "/tests/cli";

std::vector<fs::path> case_folders() {
  std::vector<fs::path> folders;
  for (const fs::directory_entry& entry : fs::directory_iterator(kFolder / "cases")) {
    folders.push_back(entry.path());
  }
  std::sort(folders.begin(), folders.end());
  return folders;
}

}  // namespace

TEST_CASE("every case of tests/cli/cases behaves as its files say") {
  for (const fs::path& folder : case_folders()) {
    const std::string name = folder.filename().string();
    REQUIRE_MESSAGE(fs::exists(folder / "cmd"), name);
    const CaseResult result = run_case(folder, kFolder / "pages", THRESH_COMMAND);
    if (updating()) write_expected(folder, result);
    const std::string found = differences(read_expected(folder), result);
    CHECK_MESSAGE(found.empty(), name << ": " << found);
  }
}
