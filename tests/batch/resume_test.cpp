#include "batch/resume.hpp"

#include <doctest/doctest.h>

#include <string>

#include "support/temporary_directory.hpp"

using namespace thresh;
using namespace thresh::batch;
using test::TemporaryDirectory;

TEST_CASE("whole records of pages that were read are done, others are taken out") {
  const TemporaryDirectory folder;
  const std::string ok = R"({"v":1,"source":"http://a/","status":"ok"})";
  const std::string failed = R"({"v":1,"source":"http://b/","status":"error"})";
  const std::string torn = R"({"v":1,"source":"http://c/","status":"ok")";
  const std::string file = folder.write("a.jsonl", ok + "\n" + failed + "\n" + ok + "\n" + torn);
  const auto done = keep_done_records(file);
  REQUIRE(done.ok());
  CHECK(done->size() == 1);
  CHECK(done->contains("http://a/"));
  CHECK(test::read_whole_file(file) == ok + "\n");
}

TEST_CASE("a file of something else is not touched") {
  const TemporaryDirectory folder;
  for (const char* text : {"http://a/\nhttp://b/\n", "{\"title\":\"mine\"}\n", "\n"}) {
    const std::string file = folder.write("list", text);
    CHECK_FALSE(keep_done_records(file).ok());
    CHECK(test::read_whole_file(file) == text);
  }
}

TEST_CASE("a file that is missing holds nothing; a folder is an error") {
  const TemporaryDirectory folder;
  const auto none = keep_done_records(folder / "missing.jsonl");
  REQUIRE(none.ok());
  CHECK(none->empty());
  CHECK_FALSE(keep_done_records(folder.path().string()).ok());
}
