#include "batch/url_list.hpp"

#include <doctest/doctest.h>
#include <signal.h>
#include <unistd.h>

#include <atomic>
#include <string>
#include <thread>
#include <vector>

using namespace thresh::batch;

namespace {

using Strings = std::vector<std::string>;

// What a list yields that comes through a pipe in these pieces.
Strings read_list(const Strings& pieces) {
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  ::signal(SIGPIPE, SIG_IGN);
  std::thread writer([&] {
    for (const std::string& piece : pieces) {
      if (::write(ends[1], piece.data(), piece.size()) < 0) break;
    }
    ::close(ends[1]);
  });
  const std::atomic<bool> stopped = false;
  UrlList list(ends[0], stopped);
  Strings urls;
  while (const std::optional<std::string> url = list.next()) urls.push_back(*url);
  ::close(ends[0]);  // the writer may have more than the list takes
  writer.join();
  return urls;
}

}  // namespace

TEST_CASE("a list is a URL a line, without white space around, empty lines and comments") {
  CHECK(read_list({}) == Strings{});
  CHECK(read_list({"http://a/\n\n  http://b/\t\r\n# http://c/\n \nhttp://d/"}) ==
        Strings{"http://a/", "http://b/", "http://d/"});
}

TEST_CASE("lines may come in any pieces, and be many") {
  CHECK(read_list({"http:", "//a/\nh", "ttp://b/", "\n"}) == Strings{"http://a/", "http://b/"});
  std::string many;
  for (int i = 0; i < 20'000; ++i) many += "http://example.org/" + std::to_string(i) + "\n";
  const Strings urls = read_list({many});
  CHECK(urls.size() == 20'000);
  CHECK(urls.back() == "http://example.org/19999");
}

TEST_CASE("a line without end ends the list") {
  CHECK(read_list({"http://a/\n", std::string(1'000'000, 'x')}) == Strings{"http://a/"});
}

TEST_CASE("a list that nobody closes ends when it is stopped") {
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  std::atomic<bool> stopped = false;
  UrlList list(ends[0], stopped);
  std::thread stopper([&] { stopped = true; });
  CHECK_FALSE(list.next());
  stopper.join();
  ::close(ends[0]);
  ::close(ends[1]);
}

TEST_CASE("URLs to fetch are known by their scheme") {
  CHECK(is_url("http://a"));
  CHECK(is_url("HTTPS://a"));
  for (const char* name : {"", "http", "http:/a", "ftp://a", "./http://a", "file:///a"}) {
    CHECK_FALSE(is_url(name));
  }
}
