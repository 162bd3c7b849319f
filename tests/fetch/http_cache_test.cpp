#include "fetch/http_cache.hpp"

#include <doctest/doctest.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>

#include "support/temporary_directory.hpp"

using namespace thresh;
using fetch::CacheEntry;
using fetch::HttpCache;
namespace fs = std::filesystem;

namespace {

HttpCache open(const test::TemporaryDirectory& folder, std::uint64_t bytes = 1'000'000) {
  Result<HttpCache> cache = HttpCache::open(folder / "cache", bytes);
  REQUIRE(cache.ok());
  return *cache;
}

CacheEntry entry(const std::string& url, const std::string& body = "<p>news</p>") {
  return {url, "\"v1\"", "", "text/html", body};
}

void make_older(const std::string& path, std::chrono::hours by) {
  fs::last_write_time(path, fs::last_write_time(path) - by);
}

std::size_t files_in(const std::string& folder) {
  return static_cast<std::size_t>(
      std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

// What a process does until it is killed: replaces one entry with ever other bodies.
[[noreturn]] void store_forever(HttpCache cache) {
  for (char c = 'a';; c = c == 'z' ? 'a' : static_cast<char>(c + 1)) {
    if (cache.store(entry("u", std::string(20'000, c)))) ::_exit(1);
  }
}

}  // namespace

TEST_CASE("what was stored is found, by any object over the folder") {
  const test::TemporaryDirectory folder;
  HttpCache cache = open(folder);
  CHECK_FALSE(cache.find("https://example.org/a"));
  CHECK_FALSE(cache.store(entry("https://example.org/a", "one")));
  CHECK_FALSE(cache.store(entry("https://example.org/b", "two")));
  HttpCache other = open(folder);
  CHECK(other.find("https://example.org/a")->body == "one");
  CHECK(other.find("https://example.org/b")->body == "two");
  CHECK_FALSE(cache.store(entry("https://example.org/a", "three")));
  CHECK(other.find("https://example.org/a")->body == "three");
  CHECK(files_in(folder / "cache") == 2);
}

TEST_CASE("others may not read the folder") {
  const test::TemporaryDirectory folder;
  HttpCache cache = open(folder);
  CHECK_FALSE(cache.store(entry("u")));
  struct stat status {};
  REQUIRE(::stat((folder / "cache").c_str(), &status) == 0);
  CHECK((status.st_mode & 077) == 0);
  REQUIRE(::stat(cache.file_of("u").c_str(), &status) == 0);
  CHECK((status.st_mode & 077) == 0);
}

TEST_CASE("a page that the server cannot be asked about is not kept") {
  const test::TemporaryDirectory folder;
  HttpCache cache = open(folder);
  CHECK_FALSE(cache.store({"u", "", "", "text/html", "body"}));
  CHECK_FALSE(cache.find("u"));
}

TEST_CASE("a damaged entry is none, and replaced") {
  const test::TemporaryDirectory folder;
  HttpCache cache = open(folder);
  for (const char* bytes : {"", "thresh-cache 1 ", "something else"}) {
    folder.write("cache/" + fs::path(cache.file_of("u")).filename().string(), bytes);
    CHECK_FALSE(cache.find("u"));
    CHECK_FALSE(cache.store(entry("u")));
    CHECK(cache.find("u"));
  }
}

TEST_CASE("an entry under another URL's name is not taken for it") {
  const test::TemporaryDirectory folder;
  HttpCache cache = open(folder);
  CHECK_FALSE(cache.store(entry("a")));
  fs::rename(cache.file_of("a"), cache.file_of("b"));
  CHECK_FALSE(cache.find("b"));
}

TEST_CASE("past its size the cache drops what was not used for longest") {
  const test::TemporaryDirectory folder;
  HttpCache cache = open(folder, 100'000);
  for (const char* url : {"old", "used", "new"}) {
    CHECK_FALSE(cache.store(entry(url, std::string(20'000, 'x'))));
  }
  make_older(cache.file_of("used"), std::chrono::hours(3));
  make_older(cache.file_of("old"), std::chrono::hours(2));
  make_older(cache.file_of("new"), std::chrono::hours(1));
  CHECK(cache.find("used"));
  for (const char* url : {"more", "and more"}) {
    CHECK_FALSE(cache.store(entry(url, std::string(20'000, 'x'))));
  }
  CHECK_FALSE(cache.find("old"));
  CHECK(cache.find("used"));
  CHECK(cache.find("new"));
  CHECK(cache.find("and more"));
}

TEST_CASE("an entry too large for the cache is not kept") {
  const test::TemporaryDirectory folder;
  HttpCache cache = open(folder, 100'000);
  CHECK_FALSE(cache.store(entry("u", std::string(50'000, 'x'))));
  CHECK(files_in(folder / "cache") == 0);
}

TEST_CASE("what a killed process left is removed, strange files are not") {
  const test::TemporaryDirectory folder;
  folder.write("cache/1-1.tmp", "half an en");
  folder.write("cache/2-1.tmp", "being written");
  folder.write("cache/README", "mine");
  make_older(folder / "cache/1-1.tmp", std::chrono::hours(2));
  make_older(folder / "cache/README", std::chrono::hours(2));
  const HttpCache cache = open(folder);
  CHECK_FALSE(fs::exists(folder / "cache/1-1.tmp"));
  CHECK(fs::exists(folder / "cache/2-1.tmp"));
  CHECK(fs::exists(folder / "cache/README"));
}

TEST_CASE("processes that write at once and are killed leave a whole entry") {
  const test::TemporaryDirectory folder;
  HttpCache cache = open(folder, 100'000'000);
  CHECK_FALSE(cache.store(entry("u", std::string(20'000, 'A'))));
  pid_t children[4];
  for (pid_t& child : children) {
    child = ::fork();
    if (child == 0) store_forever(cache);
  }
  for (int i = 0; i < 300; ++i) {
    const std::optional<CacheEntry> found = cache.find("u");
    REQUIRE(found);
    CHECK(found->body == std::string(20'000, found->body[0]));
  }
  for (const pid_t child : children) {
    ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    CHECK_MESSAGE(WIFSIGNALED(status), "it stored without errors until then");
  }
  CHECK(cache.find("u"));
}

TEST_CASE("a folder that cannot be made is an error that names it") {
  const test::TemporaryDirectory folder;
  folder.write("file", "");
  const Result<HttpCache> cache = HttpCache::open(folder / "file");
  REQUIRE_FALSE(cache.ok());
  CHECK(cache.error().code == ErrorCode::kIo);
  CHECK(cache.error().message.find(folder / "file") != std::string::npos);
}
