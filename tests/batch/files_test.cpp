#include "batch/files.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "support/skip.hpp"
#include "support/temporary_directory.hpp"

using namespace thresh::batch;
using thresh::ErrorCode;
using thresh::test::TemporaryDirectory;

namespace {

std::vector<Record> all_records(const std::vector<std::string>& names, int input = -1) {
  FileSource source(names, input, 1000);
  std::vector<Record> records;
  while (std::optional<Record> record = source.next()) records.push_back(std::move(*record));
  return records;
}

std::vector<std::string> ids(const std::vector<std::string>& names) {
  std::vector<std::string> out;
  for (const Record& record : all_records(names)) out.push_back(record.id);
  return out;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("a directory yields its pages in byte order of their relative paths") {
  const TemporaryDirectory folder;
  for (const char* name : {"b.html", "a/z.htm", "a.html", "a-b.html", "a/b/c.xhtml.gz", "B.html",
                           "a0.html.gz", "a/readme.txt", "style.css", "empty/none.txt"}) {
    folder.write(name, "x");
  }
  CHECK(ids({folder.path()}) == Strings{"B", "a-b", "a", "a/b/c", "a/z", "a0", "b"});
}

TEST_CASE("the source of a page in a directory is the path to it") {
  const TemporaryDirectory folder;
  folder.write("sub/p.html", "text");
  const std::string root = folder.path();
  for (const std::string& name : {root, root + "/"}) {
    const std::vector<Record> records = all_records({name});
    REQUIRE(records.size() == 1);
    CHECK(records[0].id == "sub/p");
    CHECK(records[0].source == root + "/sub/p.html");
    CHECK_FALSE(records[0].named);
    CHECK(*records[0].load() == "text");
  }
}

TEST_CASE("named files are taken whatever their name") {
  const TemporaryDirectory folder;
  const std::string page = folder.write("dir/story.html", "one");
  const std::string other = folder.write("dir/notes.txt", "two");
  const std::vector<Record> records = all_records({page, other, page});
  REQUIRE(records.size() == 3);
  CHECK(records[0].id == "story");
  CHECK(records[0].source == page);
  CHECK(records[0].named);
  CHECK(records[1].id == "notes.txt");
  CHECK(*records[1].load() == "two");
  CHECK(*records[2].load() == "one");
}

TEST_CASE("a missing file is an error in its place") {
  const TemporaryDirectory folder;
  const std::string page = folder.write("p.html", "one");
  const std::vector<Record> records = all_records({folder / "gone.html", page});
  REQUIRE(records.size() == 2);
  CHECK(records[0].id == "gone");
  CHECK(records[0].load().error().code == ErrorCode::kNoInput);
  CHECK(records[0].load().error().message == "No such file or directory");
  CHECK(*records[1].load() == "one");
}

TEST_CASE("a directory without pages is an error") {
  const TemporaryDirectory folder;
  folder.write("a/b.txt", "x");
  const std::vector<Record> records = all_records({folder.path()});
  REQUIRE(records.size() == 1);
  CHECK(records[0].named);
  CHECK(records[0].source == folder.path());
  CHECK(records[0].load().error().code == ErrorCode::kNoInput);
}

TEST_CASE("links to files are followed, links to directories are not") {
  const TemporaryDirectory folder;
  const TemporaryDirectory elsewhere;
  elsewhere.write("deep/x.html", "x");
  const std::string page = elsewhere.write("page", "linked");
  namespace fs = std::filesystem;
  fs::create_directory_symlink(elsewhere.path(), folder.path() / "away");
  fs::create_directory_symlink(folder.path(), folder.path() / "loop");
  fs::create_directory_symlink(folder.path(), folder.path() / "loop.html");
  fs::create_symlink(page, folder.path() / "link.html");
  fs::create_symlink(folder.path() / "nowhere", folder.path() / "broken.html");
  CHECK(ids({folder.path()}) == Strings{"link"});
  CHECK(ids({folder / "away"}) == Strings{"deep/x"});  // named: followed
}

TEST_CASE("pipes and directories that end in .html are not pages of a directory") {
  const TemporaryDirectory folder;
  folder.write("d.html/inside.html", "x");
  REQUIRE(::mkfifo((folder / "pipe.html").c_str(), 0600) == 0);
  CHECK(ids({folder.path()}) == Strings{"d.html/inside"});
}

TEST_CASE("what a browser saved beside a page is left out") {
  const TemporaryDirectory folder;
  for (const char* name :
       {"saved.html", "saved_files/frame.html", "saved_files/ads/x.htm", "zip.htm.gz",
        "zip_files/a.html", "my_files/letter.html", "_files/kept.html", "saved2_files/a.html"}) {
    folder.write(name, "x");
  }
  CHECK(ids({folder.path()}) ==
        Strings{"_files/kept", "my_files/letter", "saved", "saved2_files/a", "zip"});
}

TEST_CASE("names that are not UTF-8 are opened as they are and shown repaired") {
  const TemporaryDirectory folder;
  folder.write("caf\xe9.html", "latin");
  const std::vector<Record> records = all_records({folder.path()});
  REQUIRE(records.size() == 1);
  CHECK(records[0].id == "caf\ufffd");
  CHECK(*records[0].load() == "latin");
}

TEST_CASE("a dash is standard input") {
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  REQUIRE(::write(ends[1], "piped", 5) == 5);
  ::close(ends[1]);
  const std::vector<Record> records = all_records({"-"}, ends[0]);
  REQUIRE(records.size() == 1);
  CHECK(records[0].id == "-");
  CHECK(records[0].source == "-");
  CHECK(*records[0].load() == "piped");
  ::close(ends[0]);
}

TEST_CASE("a directory that cannot be listed is an error, and the walk goes on") {
  if (::geteuid() == 0) {
    return thresh::test::skip("root may list every directory");
  }
  const TemporaryDirectory folder;
  folder.write("closed/a.html", "x");
  folder.write("open/b.html", "x");
  std::filesystem::permissions(folder.path() / "closed", std::filesystem::perms::none);
  const std::vector<Record> records = all_records({folder.path()});
  std::filesystem::permissions(folder.path() / "closed", std::filesystem::perms::owner_all);
  REQUIRE(records.size() == 2);
  CHECK(records[0].load().error().code == ErrorCode::kNoInput);
  CHECK_FALSE(records[0].named);
  CHECK(records[1].id == "open/b");
}
