#include "fetch/warc_writer.hpp"

#include <doctest/doctest.h>

#include <cstdlib>

#include "base/inflate.hpp"
#include "base/sha1.hpp"
#include "support/skip.hpp"
#include "support/temporary_directory.hpp"

using namespace thresh;
using fetch::Exchange;
using fetch::WarcWriter;

namespace {

Exchange exchange() {
  Exchange out;
  out.url = "https://example.org/story?x=1";
  out.ip = "192.0.2.7";
  out.unix_time = 1'795'589'452;
  out.request_head = "GET /story?x=1 HTTP/1.1\r\nHost: example.org\r\nCookie: id=7\r\n\r\n";
  out.head = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n";
  out.body = "<p>news</p>";
  return out;
}

void write(const std::string& path, const Exchange& what) {
  Result<WarcWriter> writer = WarcWriter::open(path, "thresh/test");
  REQUIRE(writer.ok());
  CHECK_FALSE(writer->write(what));
}

std::size_t count(std::string_view text, std::string_view what) {
  std::size_t found = 0;
  for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + 1)) ++found;
  return found;
}

bool contains(std::string_view text, std::string_view what) { return text.find(what) != text.npos; }

}  // namespace

TEST_CASE("a file holds what wrote it, each answer and its request") {
  const test::TemporaryDirectory folder;
  write(folder / "a.warc", exchange());
  const std::string bytes = test::read_whole_file(folder / "a.warc");
  CHECK(bytes.starts_with("WARC/1.1\r\nWARC-Type: warcinfo\r\n"));
  CHECK(contains(bytes, "software: thresh/test\r\n"));
  CHECK(count(bytes, "WARC/1.1\r\n") == 3);
  CHECK(count(bytes, "WARC-Target-URI: https://example.org/story?x=1\r\n") == 2);
  CHECK(count(bytes, "WARC-Date: 2026-11-25T06:50:52Z\r\n") == 2);
  CHECK(count(bytes, "WARC-IP-Address: 192.0.2.7\r\n") == 2);
  CHECK(contains(bytes, "WARC-Payload-Digest: sha1:" + base::base32(base::sha1("<p>news</p>"))));
  CHECK(
      contains(bytes, "X-Archive-Orig-Transfer-Encoding: chunked\r\n\r\n<p>news</p>\r\n\r\nWARC"));
  CHECK(bytes.ends_with("GET /story?x=1 HTTP/1.1\r\nHost: example.org\r\n\r\n\r\n\r\n"));
}

TEST_CASE("secrets of the request are left out") {
  const std::string kept = fetch::archived_request(
      "GET / HTTP/1.1\r\nauthorization: Basic eDp5\r\nAccept: a\r\nCookie: a=b\r\n c=d\r\n"
      "Proxy-Authorization: x\r\n\r\n");
  CHECK(kept == "GET / HTTP/1.1\r\nAccept: a\r\n\r\n");
}

TEST_CASE("the head says nothing untrue of the body") {
  Exchange packed = exchange();
  packed.head =
      "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 9\r\ntransfer-encoding: x\r\n"
      "\r\n";
  packed.body = "B";
  CHECK(fetch::archived_answer(packed) ==
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 9\r\n"
        "X-Archive-Orig-transfer-encoding: x\r\n\r\nB");
  packed.decompressed = true;
  CHECK(fetch::archived_answer(packed) ==
        "HTTP/1.1 200 OK\r\nX-Archive-Orig-Content-Encoding: gzip\r\n"
        "X-Archive-Orig-Content-Length: 9\r\nX-Archive-Orig-transfer-encoding: x\r\n\r\nB");
}

TEST_CASE("a body that was cut is marked, and no URL adds lines") {
  const test::TemporaryDirectory folder;
  Exchange cut = exchange();
  cut.cut = true;
  cut.url = "https://example.org/\r\nWARC-Type: resource";
  write(folder / "a.warc", cut);
  const std::string bytes = test::read_whole_file(folder / "a.warc");
  CHECK(count(bytes, "WARC-Truncated: length\r\n") == 1);
  CHECK_FALSE(contains(bytes, "\nWARC-Type: resource"));
}

TEST_CASE("a name in .gz makes each record a member") {
  const test::TemporaryDirectory folder;
  write(folder / "a.warc.gz", exchange());
  const std::string bytes = test::read_whole_file(folder / "a.warc.gz");
  CHECK(count(bytes, std::string_view("\x1F\x8B\x08\x00", 4)) == 3);
  const Result<std::string> unpacked = base::gunzip(bytes, 100'000);
  REQUIRE(unpacked.ok());
  CHECK(count(*unpacked, "WARC/1.1\r\n") == 3);
}

TEST_CASE("what is there is appended to, by one writer at a time") {
  const test::TemporaryDirectory folder;
  write(folder / "a.warc", exchange());
  write(folder / "a.warc", exchange());
  CHECK(count(test::read_whole_file(folder / "a.warc"), "WARC/1.1\r\n") == 6);
  const Result<WarcWriter> first = WarcWriter::open(folder / "b.warc", "one");
  const Result<WarcWriter> second = WarcWriter::open(folder / "b.warc", "two");
  CHECK(first.ok());
  REQUIRE_FALSE(second.ok());
  CHECK(second.error().code == ErrorCode::kIo);
}

TEST_CASE("a file that cannot be written to is an error that names it") {
  const Result<WarcWriter> writer = WarcWriter::open("/nowhere/a.warc", "thresh/test");
  REQUIRE_FALSE(writer.ok());
  CHECK(contains(writer.error().message, "/nowhere/a.warc"));
}

TEST_CASE("warcio reads the files and finds the digests right") {
  if (std::system("python3 -c 'import warcio' 2>/dev/null") != 0) {
    test::skip("warcio (PyPI) is not installed");
    return;
  }
  const test::TemporaryDirectory folder;
  for (const char* name : {"a.warc", "a.warc.gz"}) {
    Result<WarcWriter> writer = WarcWriter::open(folder / name, "thresh/test");
    REQUIRE(writer.ok());
    CHECK_FALSE(writer->write(exchange()));
    Exchange large = exchange();
    large.body.assign(300'000, 'x');
    CHECK_FALSE(writer->write(large));
    const std::string check = "python3 -m warcio.cli check -v " + folder / name + " >" +
                              folder / "out" + " 2>&1 && test $(python3 -m warcio.cli index -f " +
                              "warc-type " + folder / name + " | wc -l) = 5";
    CHECK_MESSAGE(std::system(check.c_str()) == 0, test::read_whole_file(folder / "out"));
    CHECK(count(test::read_whole_file(folder / "out"), "digest pass") >= 4);
  }
}
