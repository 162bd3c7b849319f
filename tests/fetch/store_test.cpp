// What fetching leaves behind: pages in the cache, requests and answers in an archive.
#include <doctest/doctest.h>

#include <filesystem>
#include <optional>
#include <string>

#include "fetch/fetching.hpp"
#include "support/skip.hpp"
#include "support/temporary_directory.hpp"

using namespace thresh;
using test::FaultServer;
using test::fetch;
using test::options_for;
using test::TemporaryDirectory;

namespace {

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
    ++found;
  }
  return found;
}

}  // namespace

TEST_CASE("a page that has not changed comes from the cache") {
  FaultServer server;
  const TemporaryDirectory folder;
  server.on_etag("/a", "\"one\"", "<p>news</p>");
  FetchOptions options = options_for(server);
  options.cache_directory = folder / "cache";
  const Fetched first = fetch(options, server.url("/a"));
  CHECK(*first.page == "<p>news</p>");
  CHECK(first.http.status == 200);
  const Fetched second = fetch(options, server.url("/a"));
  CHECK(*second.page == "<p>news</p>");
  CHECK(second.http.status == 304);
  CHECK(second.content_type == first.content_type);
  REQUIRE(server.requests().size() == 2);
  CHECK(server.requests()[1].header("If-None-Match") == "\"one\"");

  server.on_etag("/a", "\"two\"", "<p>later news</p>");
  CHECK(*fetch(options, server.url("/a")).page == "<p>later news</p>");
}

TEST_CASE("what is for one reader or one time alone is not cached") {
  FaultServer server;
  const TemporaryDirectory folder;
  server.on("/no-store", test::reply(200, "x", {{"ETag", "\"e\""}, {"Cache-Control", "no-store"}}));
  server.on_etag("/a", "\"e\"", "x");
  FetchOptions options = options_for(server);
  options.cache_directory = folder / "cache";
  fetch(options, server.url("/no-store"));
  options.cookie = "id=7";
  fetch(options, server.url("/a"));
  options.cookie.clear();
  options.cookie_jar = folder / "jar";
  fetch(options, server.url("/a"));
  CHECK(std::filesystem::is_empty(options.cache_directory));
}

TEST_CASE("the archive holds each hop, its request, and no secrets") {
  FaultServer server;
  const TemporaryDirectory folder;
  server.on("/a", test::redirect("/b"));
  server.on("/b", test::page("<p>archived</p>"));
  FetchOptions options = options_for(server);
  options.warc_file = folder / "a.warc";
  options.user = "name:secret";
  CHECK(*fetch(options, server.url("/a")).page == "<p>archived</p>");
  const std::string warc = test::read_whole_file(options.warc_file);
  CHECK(count(warc, "WARC-Type: response\r\n") == 2);
  CHECK(count(warc, "WARC-Type: request\r\n") == 2);
  CHECK(count(warc, "WARC-Target-URI: " + server.url("/b") + "\r\n") == 2);
  CHECK(count(warc, "WARC-IP-Address: 127.0.0.1\r\n") == 4);
  CHECK(count(warc, "GET /b HTTP/1.1\r\n") == 1);
  CHECK(count(warc, "Accept-Encoding: identity\r\n") == 2);
  CHECK(count(warc, "<p>archived</p>") == 1);
  CHECK(count(warc, "Authorization") == 0);
  CHECK_FALSE(server.requests().front().header("Authorization").empty());
}

TEST_CASE("an archive that cannot be written stops the run") {
  if (!std::filesystem::exists("/dev/full")) return test::skip("/dev/full is not there");
  FaultServer server;
  FetchOptions options = options_for(server);
  options.warc_file = "/dev/full";
  const Result<Fetcher> fetcher = Fetcher::create(options);
  REQUIRE_FALSE(fetcher.ok());
  CHECK(fetcher.error().code == ErrorCode::kIo);
  options.warc_file.clear();
  const TemporaryDirectory folder;
  options.cache_directory = folder.write("file", "no folder");
  CHECK_FALSE(Fetcher::create(options).ok());
}

TEST_CASE("a cache that is taken away stops the run and says why") {
  FaultServer server;
  const TemporaryDirectory folder;
  server.on_etag("/a", "\"e\"", "x");
  FetchOptions options = options_for(server);
  options.cache_directory = folder / "cache";
  Result<Fetcher> fetcher = Fetcher::create(options);
  REQUIRE(fetcher.ok());
  std::filesystem::remove_all(options.cache_directory);
  REQUIRE(fetcher->add(server.url("/a"), false));
  CHECK(fetcher->next()->page.ok());
  CHECK_FALSE(fetcher->next());
  REQUIRE(fetcher->failure());
  CHECK(fetcher->failure()->code == ErrorCode::kIo);
  CHECK_FALSE(fetcher->add(server.url("/a"), false));
}
