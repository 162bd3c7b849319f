#include "batch/read.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <thread>

#include "support/temporary_directory.hpp"

using namespace thresh::batch;
using thresh::ErrorCode;
using thresh::Result;
using thresh::test::TemporaryDirectory;

namespace {

ErrorCode error_of(const std::string& path, std::size_t max_bytes = 1000) {
  const Result<std::string> read = read_file(path, max_bytes);
  REQUIRE_FALSE(read.ok());
  CHECK_FALSE(read.error().message.empty());
  return read.error().code;
}

// `gzip -9` of 2000 times "x".
constexpr char kGzip[] =
    "\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\x03\xab\xa8\x18\x05\xa3\x60\x14\x8c\x82\x51"
    "\x30\x0a\x46\xc1\x50\x07\x00\x7a\x65\x08\x29\xd0\x07\x00\x00";

std::string gzipped() { return {kGzip, sizeof kGzip - 1}; }

// What arrives when `bytes` go through a pipe.
Result<std::string> read_through_pipe(const std::string& bytes, std::size_t max_bytes) {
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  std::thread writer([&bytes, end = ends[1]] {
    for (std::size_t at = 0; at < bytes.size();) {
      const ssize_t count = ::write(end, bytes.data() + at, bytes.size() - at);
      if (count < 0) break;
      at += static_cast<std::size_t>(count);
    }
    ::close(end);
  });
  Result<std::string> read = read_descriptor(ends[0], max_bytes);
  std::string rest(4096, '\0');
  while (::read(ends[0], rest.data(), rest.size()) > 0) continue;
  writer.join();
  ::close(ends[0]);
  return read;
}

}  // namespace

TEST_CASE("a file comes back byte for byte") {
  const TemporaryDirectory folder;
  const std::string bytes("a\0b\r\n\xff", 6);
  CHECK(*read_file(folder.write("p", bytes), 1000) == bytes);
  CHECK(read_file(folder.write("empty", ""), 1000)->empty());
}

TEST_CASE("a file that does not say its size is read to its end") {
  CHECK(read_file("/proc/self/status", 1000000)->starts_with("Name:"));
}

TEST_CASE("files up to the cap are read, longer ones are too large") {
  const TemporaryDirectory folder;
  CHECK(read_file(folder.write("fits", std::string(1000, 'x')), 1000)->size() == 1000);
  CHECK(error_of(folder.write("over", std::string(1001, 'x'))) == ErrorCode::kTooLarge);
}

TEST_CASE("a huge file is refused without being read") {
  const TemporaryDirectory folder;
  const std::string path = folder.write("huge.html", "");
  std::filesystem::resize_file(path, std::uintmax_t{1} << 40);  // sparse: reading it would not end
  CHECK(error_of(path) == ErrorCode::kTooLarge);
}

TEST_CASE("an endless file is read only to the cap") {
  CHECK(error_of("/dev/zero", 100000) == ErrorCode::kTooLarge);
}

TEST_CASE("missing files and directories are no input") {
  const TemporaryDirectory folder;
  CHECK(error_of(folder / "gone.html") == ErrorCode::kNoInput);
  CHECK(error_of(folder.path()) == ErrorCode::kNoInput);
  CHECK(error_of(folder.write("file", "x") + "/below") == ErrorCode::kNoInput);
}

TEST_CASE("gzip is unpacked by its magic number, whatever the name") {
  const TemporaryDirectory folder;
  const std::string path = folder.write("page.html", gzipped());
  CHECK(*read_file(path, 5000) == std::string(2000, 'x'));
  CHECK(*read_file(path, 2000) == std::string(2000, 'x'));
  CHECK(*read_through_pipe(gzipped(), 5000) == std::string(2000, 'x'));
}

TEST_CASE("the cap counts what gzip unpacks to") {
  const TemporaryDirectory folder;
  CHECK(error_of(folder.write("page.html.gz", gzipped()), 1999) == ErrorCode::kTooLarge);
}

TEST_CASE("damaged gzip is an error of the page") {
  const TemporaryDirectory folder;
  std::string cut = gzipped();
  cut.resize(cut.size() - 9);
  CHECK(error_of(folder.write("cut.gz", cut), 5000) == ErrorCode::kDamaged);
  CHECK(error_of(folder.write("head.gz", "\x1f\x8b")) == ErrorCode::kDamaged);
}

TEST_CASE("pipes are read to their end, in as many pieces as they come") {
  const std::string bytes(300000, 'p');
  CHECK(*read_through_pipe(bytes, 1000000) == bytes);
  CHECK(*read_through_pipe(bytes, 300000) == bytes);
  CHECK(read_through_pipe("", 1000)->empty());
  CHECK(read_through_pipe(bytes, 299999).error().code == ErrorCode::kTooLarge);
}
