// The fetcher against our own server: what is followed, tried again, waited for and left alone.
#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "fetch/fetching.hpp"
#include "support/memory.hpp"
#include "support/temporary_directory.hpp"

using namespace thresh;
using test::FaultServer;
using test::fetch;
using test::fetch_all;
using test::options_for;

namespace {

std::string outcome(const Fetched& fetched) {
  return fetched.page.ok() ? *fetched.page
                           : std::string(error_code_name(fetched.page.error().code));
}

// Lets the names "a0.example", "a1.example" … stand for the server.
std::string host_url(FetchOptions& options, const FaultServer& server, int number,
                     const std::string& path) {
  const std::string place =
      "a" + std::to_string(number) + ".example:" + std::to_string(server.port());
  options.resolve.push_back(place + ":127.0.0.1");
  return "http://" + place + path;
}

#ifdef THRESH_SANITIZED
constexpr std::size_t kMostGrowthBytes = 1'000'000'000;  // what is freed is kept for a while
#else
constexpr std::size_t kMostGrowthBytes = 30'000'000;
#endif

}  // namespace

TEST_CASE("redirects from host to host lose no time") {
  FaultServer server;
  FetchOptions options = options_for(server);
  options.max_time_ms = 900;  // less than a second lost at one of them
  options.retries = 0;
  for (int hop = 0; hop < 5; ++hop) {
    server.on("/" + std::to_string(hop),
              test::redirect(host_url(options, server, hop + 1, "/" + std::to_string(hop + 1))));
  }
  server.on("/5", test::page("there"));
  const Fetched fetched = fetch(options, host_url(options, server, 0, "/0"));
  CHECK(outcome(fetched) == "there");
  CHECK(fetched.http.final_url.find("//a5.example:") != std::string::npos);
  CHECK(fetched.http.status == 200);
}

TEST_CASE("waiting for a turn takes no time from fetching") {
  FaultServer server;
  FetchOptions options = options_for(server);
  options.delay_ms = 400;
  options.max_time_ms = 1000;
  options.retries = 0;
  std::vector<std::string> urls;
  for (int i = 1; i <= 5; ++i) urls.push_back(host_url(options, server, i, "/from"));
  server.on("/from", test::redirect(host_url(options, server, 0, "/to")));
  server.on("/to", test::delayed(std::chrono::milliseconds(50), test::page("there")));
  for (const Fetched& fetched : fetch_all(options, urls)) CHECK(outcome(fetched) == "there");
}

TEST_CASE("pages come in the order of their URLs, or as they arrive") {
  FaultServer server;
  server.on("/slow", test::held(test::page("slow")));
  server.on("/fast", [&](const test::SeenRequest&) { return test::page("fast"); });
  FetchOptions options = options_for(server);
  options.per_host = 4;
  options.ordered = false;
  Result<Fetcher> fetcher = Fetcher::create(options);
  REQUIRE(fetcher.ok());
  fetcher->add(server.url("/slow"), false);
  fetcher->add(server.url("/fast"), false);
  fetcher->close();
  const std::optional<Fetched> first = fetcher->next();
  REQUIRE(first);
  CHECK(first->number == 1);
  server.release();
  CHECK(fetcher->next()->number == 0);
  CHECK_FALSE(fetcher->next());

  options.ordered = true;
  server.on("/slow", test::delayed(std::chrono::milliseconds(50), test::page("slow")));
  const std::vector<Fetched> all = fetch_all(options, {server.url("/slow"), server.url("/fast")});
  REQUIRE(all.size() == 2);
  CHECK(outcome(all[0]) == "slow");
  CHECK(outcome(all[1]) == "fast");
}

TEST_CASE("what may pass is tried again, as long as there are attempts") {
  FaultServer server;
  const test::HeaderLines at_once = {{"Retry-After", "0"}};
  server.on("/once", {test::reply(503, "", at_once), test::page("back")});
  server.on("/always", test::reply(429, "", at_once));
  server.on("/never", test::reply(404));
  const Fetched once = fetch(options_for(server), server.url("/once"));
  CHECK(outcome(once) == "back");
  CHECK(once.http.attempts == 2);
  const Fetched always = fetch(options_for(server), server.url("/always"));
  CHECK(outcome(always) == "rate_limited");
  CHECK(always.http.attempts == 3);
  CHECK(always.http.retry_after_s == 0);
  const Fetched never = fetch(options_for(server), server.url("/never"));
  CHECK(outcome(never) == "http");
  CHECK(never.http.status == 404);
  CHECK(never.http.attempts == 1);
}

TEST_CASE("a long wait is reported, not waited for") {
  FaultServer server;
  server.on("/a", test::reply(503, "", {{"Retry-After", "3600"}}));
  const Fetched fetched = fetch(options_for(server), server.url("/a"));
  CHECK(outcome(fetched) == "rate_limited");
  CHECK(fetched.http.retry_after_s == 3600);
  CHECK(server.count("/a") == 1);
}

TEST_CASE("cookies are sent back to who set them; with a jar also for other pages, and next time") {
  FaultServer server;
  const test::TemporaryDirectory folder;
  server.on("/set", test::reply(302, "", {{"Location", "/a"}, {"Set-Cookie", "id=7; Max-Age=99"}}));
  server.on_others([](const test::SeenRequest& request) {
    return test::page("[" + request.header("Cookie") + "]");
  });
  FetchOptions options = options_for(server);
  const std::vector<std::string> urls = {server.url("/set"), server.url("/b")};
  const std::vector<Fetched> alone = fetch_all(options, urls);
  CHECK(outcome(alone[0]) == "[id=7]");
  CHECK(outcome(alone[1]) == "[]");
  options.cookie_jar = folder / "jar";
  const std::vector<Fetched> together = fetch_all(options, urls);
  CHECK(outcome(together[0]) == "[id=7]");
  CHECK(outcome(together[1]) == "[id=7]");
  options.cookie = std::exchange(options.cookie_jar, {});
  CHECK(outcome(fetch(options, server.url("/c"))) == "[id=7]");
}

TEST_CASE("files of cookies and certificates that cannot be used are errors at once") {
  const test::TemporaryDirectory folder;
  const auto error_of = [](const FetchOptions& options) {
    const Result<Fetcher> fetcher = Fetcher::create(options);
    return fetcher.ok() ? "none" : std::string(error_code_name(fetcher.error().code));
  };
  FetchOptions options;
  options.cookie = folder / "missing";
  CHECK(error_of(options) == "no_input");
  options.cookie = "name=value";
  options.ca_file = folder / "missing";
  CHECK(error_of(options) == "no_input");
  options.ca_file.clear();
  options.cookie_jar = folder / "missing/jar";
  CHECK(error_of(options) == "io");
  options.cookie_jar = folder / "jar";
  CHECK(error_of(options) == "none");
}

TEST_CASE("robots.txt is asked for once a host, and obeyed") {
  FaultServer server;
  server.on("/robots.txt", test::reply(200, "User-agent: *\nDisallow: /no\n"));
  server.on("/yes", test::page("yes"));
  server.on("/no", test::page("no"));
  server.on("/to-no", test::redirect("/no"));
  const std::vector<std::string> urls = {server.url("/yes"), server.url("/no"),
                                         server.url("/to-no")};
  const std::vector<Fetched> all = fetch_all(options_for(server), urls, true);
  REQUIRE(all.size() == 3);
  CHECK(outcome(all[0]) == "yes");
  CHECK(outcome(all[1]) == "robots");
  CHECK(outcome(all[2]) == "robots");
  CHECK(server.count("/robots.txt") == 1);
  CHECK(server.count("/no") == 0);
  CHECK(outcome(fetch(options_for(server), server.url("/no"), false)) == "no");
  CHECK(server.count("/robots.txt") == 1);
}

TEST_CASE("a host without robots.txt allows all, one whose robots.txt fails allows nothing") {
  FaultServer without;
  without.on("/a", test::page("a"));
  CHECK(outcome(fetch(options_for(without), without.url("/a"), true)) == "a");
  FaultServer broken;
  broken.on("/robots.txt", test::reply(500, "", {{"Retry-After", "0"}}));
  broken.on("/a", test::page("a"));
  CHECK(outcome(fetch(options_for(broken), broken.url("/a"), true)) == "robots");
  CHECK(broken.count("/a") == 0);
}

TEST_CASE("a host is asked by one transfer at a time, or as many as the options say") {
  FaultServer server;
  server.on_others([](const test::SeenRequest&) {
    return test::delayed(std::chrono::milliseconds(10), test::page("x"));
  });
  std::vector<std::string> urls;
  for (int i = 0; i < 12; ++i) urls.push_back(server.url("/" + std::to_string(i)));
  FetchOptions options = options_for(server);
  CHECK(fetch_all(options, urls).size() == 12);
  CHECK(server.most_open() == 1);
  options.per_host = 3;
  CHECK(fetch_all(options, urls).size() == 12);
  CHECK(server.most_open() <= 3);
  CHECK(server.most_open() > 1);
}

TEST_CASE("a slow first page stops new transfers, not memory") {
  FaultServer server;
  server.on("/first", test::held(test::page("first")));
  server.on_others([](const test::SeenRequest&) { return test::page("other"); });
  FetchOptions options = options_for(server);
  options.parallel = options.per_host = 4;
  Result<Fetcher> fetcher = Fetcher::create(options);
  REQUIRE(fetcher.ok());
  constexpr std::size_t kUrls = 200;
  fetcher->add(server.url("/first"), false);
  for (std::size_t i = 1; i < kUrls; ++i) fetcher->add(server.url("/" + std::to_string(i)), false);
  fetcher->close();
  REQUIRE(server.wait_for_requests(16));
  CHECK(server.requests().size() <= 17);
  server.release();
  std::size_t count = 0;
  while (const std::optional<Fetched> fetched = fetcher->next()) CHECK(fetched->number == count++);
  CHECK(count == kUrls);
}

TEST_CASE("stopping finishes what is in flight and starts nothing more") {
  FaultServer server;
  server.on_others([](const test::SeenRequest&) { return test::held(test::page("x")); });
  Result<Fetcher> fetcher = Fetcher::create(options_for(server));
  REQUIRE(fetcher.ok());
  for (int i = 0; i < 10; ++i) fetcher->add(server.url("/" + std::to_string(i)), false);
  REQUIRE(server.wait_for_requests(1));
  fetcher->stop();
  server.release();
  const std::optional<Fetched> only = fetcher->next();
  REQUIRE(only);
  CHECK(outcome(*only) == "x");
  CHECK_FALSE(fetcher->next());
  CHECK(server.requests().size() == 1);
  CHECK_FALSE(fetcher->add(server.url("/late"), false));
}

TEST_CASE("what would be tried again is a failure when the run is stopped") {
  FaultServer server;
  server.on("/a", test::held(test::reply(503, "busy")));
  Result<Fetcher> fetcher = Fetcher::create(options_for(server));
  REQUIRE(fetcher.ok());
  fetcher->add(server.url("/a"), false);
  REQUIRE(server.wait_for_requests(1));
  fetcher->stop();
  server.release();
  const std::optional<Fetched> only = fetcher->next();
  REQUIRE(only);
  CHECK(outcome(*only) == "http");
  CHECK(only->http.status == 503);
  CHECK_FALSE(fetcher->next());
}

TEST_CASE("what is in flight when the run is stopped goes on to other hosts") {
  for (const bool obey_robots : {false, true}) {
    FaultServer server;
    FetchOptions options = options_for(server);
    const std::string elsewhere = host_url(options, server, 1, "/b");
    server.on("/robots.txt", test::reply(200, "User-agent: *\nDisallow: /no"));
    server.on("/a", test::held(test::redirect(elsewhere)));
    server.on("/b", test::page("there"));
    Result<Fetcher> fetcher = Fetcher::create(options);
    REQUIRE(fetcher.ok());
    fetcher->add(server.url("/a"), obey_robots);
    fetcher->add(server.url("/later"), obey_robots);
    REQUIRE(server.wait_for_requests(obey_robots ? 2 : 1));
    fetcher->stop();
    server.release();
    const std::optional<Fetched> only = fetcher->next();
    REQUIRE(only);
    CHECK(outcome(*only) == "there");
    CHECK_FALSE(fetcher->next());
    CHECK(server.count("/later") == 0);
  }
}

TEST_CASE("2,000 URLs, 64 at a time: none is lost, their order is kept, memory stays flat") {
  FaultServer server;
  const std::string padding(50'000, ' ');  // 100 MB in all
  server.on_others(
      [&](const test::SeenRequest& request) { return test::page(request.path() + padding); });
  FetchOptions options = options_for(server);
  options.parallel = options.per_host = 64;
  Result<Fetcher> fetcher = Fetcher::create(options);
  REQUIRE(fetcher.ok());
  constexpr std::size_t kUrls = 2000;
  std::thread adder([&] {
    for (std::size_t i = 0; i < kUrls; ++i) {
      fetcher->add(server.url("/" + std::to_string(i)), false);
    }
    fetcher->close();
  });
  std::size_t count = 0;
  std::size_t early_bytes = 0;
  while (const std::optional<Fetched> fetched = fetcher->next()) {
    REQUIRE(fetched->number == count);
    REQUIRE(outcome(*fetched) == "/" + std::to_string(count) + padding);
    if (++count == kUrls / 4) early_bytes = test::memory_bytes("VmRSS");
  }
  adder.join();
  CHECK(count == kUrls);
  CHECK(server.requests().size() == kUrls);
  CHECK(fetcher->progress().finished == kUrls);
  CHECK(fetcher->progress().failed == 0);
  CHECK(test::memory_bytes("VmRSS") < early_bytes + kMostGrowthBytes);
}
