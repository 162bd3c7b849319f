#include "cli/replaced_file.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <filesystem>
#include <iterator>

#include "cli/inputs.hpp"
#include "support/temporary_directory.hpp"

using namespace thresh;
using namespace thresh::cli;
using thresh::test::read_whole_file;
using thresh::test::TemporaryDirectory;

namespace fs = std::filesystem;

namespace {

std::ptrdiff_t files_in(const TemporaryDirectory& folder) {
  return std::distance(fs::directory_iterator(folder.path()), fs::directory_iterator());
}

}  // namespace

TEST_CASE("what is there stays until commit, and nothing else is left behind") {
  const TemporaryDirectory folder;
  const std::string path = folder.write("out.txt", "old");
  Result<ReplacedFile> file = ReplacedFile::create(path);
  REQUIRE(file.ok());
  CHECK_FALSE(file->write("new "));
  CHECK_FALSE(file->write("text"));
  CHECK(read_whole_file(path) == "old");
  CHECK_FALSE(file->commit());
  CHECK(read_whole_file(path) == "new text");
  CHECK(files_in(folder) == 1);
}

TEST_CASE("without commit nothing changes") {
  const TemporaryDirectory folder;
  const std::string path = folder.write("out.txt", "old");
  {
    Result<ReplacedFile> file = ReplacedFile::create(path);
    REQUIRE(file.ok());
    const Result<ReplacedFile> moved = std::move(file);
    CHECK(files_in(folder) == 2);
  }
  CHECK(read_whole_file(path) == "old");
  CHECK(files_in(folder) == 1);
}

TEST_CASE("the mode of a replaced file and a link to it stay") {
  const TemporaryDirectory folder;
  const std::string path = folder.write("real/out.txt", "old");
  fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);
  fs::create_symlink(path, folder.path() / "link");
  Result<ReplacedFile> file = ReplacedFile::create(folder / "link");
  REQUIRE(file.ok());
  CHECK_FALSE(file->write("new"));
  CHECK_FALSE(file->commit());
  CHECK(fs::is_symlink(folder.path() / "link"));
  CHECK(read_whole_file(path) == "new");
  CHECK(fs::status(path).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
}

TEST_CASE("a device is written to, not replaced") {
  Result<ReplacedFile> file = ReplacedFile::create("/dev/null");
  REQUIRE(file.ok());
  CHECK_FALSE(file->write("gone"));
  CHECK_FALSE(file->commit());
  CHECK(fs::is_character_file("/dev/null"));
}

TEST_CASE("what cannot be written to is an I/O error that names it") {
  const TemporaryDirectory folder;
  fs::create_directory(folder.path() / "sub");
  for (const std::string& path : {folder / "missing/out.txt", folder / "sub"}) {
    const Result<ReplacedFile> file = ReplacedFile::create(path);
    REQUIRE_FALSE(file.ok());
    CHECK(file.error().code == ErrorCode::kIo);
    CHECK(file.error().message.starts_with(path + ": "));
  }
}

TEST_CASE("a full disk is noticed") {
  Result<ReplacedFile> file = ReplacedFile::create("/dev/full");
  REQUIRE(file.ok());
  const std::optional<Error> error = file->write("text");
  REQUIRE(error);
  CHECK(error->message == "/dev/full: No space left on device");
}

TEST_CASE("inputs hold named files under whatever name, and pages of named directories") {
  const TemporaryDirectory folder;
  const std::string page = folder.write("page.txt", "x");
  folder.write("dir/sub/a.html", "x");
  fs::create_symlink(page, folder.path() / "link");
  const Inputs inputs({page, folder / "dir", "-", folder / "missing"});
  CHECK(inputs.hold(page));
  CHECK(inputs.hold(folder / "link"));
  CHECK(inputs.hold(folder / "dir/../page.txt"));
  CHECK(inputs.hold(folder / "dir/sub/a.html"));
  CHECK(inputs.hold(folder / "dir/new.html"));
  CHECK_FALSE(inputs.hold(folder / "dir/new.txt"));
  CHECK_FALSE(inputs.hold(folder / "directory.html"));
  CHECK_FALSE(inputs.hold(folder / "other.txt"));
  CHECK_FALSE(Inputs({}).hold(page));
}
