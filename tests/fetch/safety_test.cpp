// Nothing that a URL, a redirect or a name server says leads the fetcher to where it must not go,
// or makes it take more than it may. Own servers on this machine stand for the Internet: only their
// ports are allowed.
#include <doctest/doctest.h>

#include <memory>
#include <optional>
#include <string>

#include "fetch/fetching.hpp"
#include "support/nginx.hpp"
#include "support/skip.hpp"

using namespace thresh;
using namespace std::chrono_literals;
using test::FaultServer;
using test::fetch;

namespace {

FetchOptions impatient_options(const FaultServer& server) {
  FetchOptions options = test::options_for(server);
  options.retries = 0;
  options.connect_timeout_ms = 2'000;
  options.max_time_ms = 5'000;
  return options;
}

std::string error_of(const Fetched& fetched) {
  return fetched.page.ok() ? "none" : std::string(error_code_name(fetched.page.error().code));
}

// Spellings of this machine and of what must not be asked either.
constexpr const char* kRefusedHosts[] = {"127.0.0.1",
                                         "127.0.0.1.",
                                         "127.1",
                                         "0x7f.1.",
                                         "127.0.1",
                                         "0x7f.1",
                                         "0x7f000001",
                                         "2130706433",
                                         "0177.0.0.1",
                                         "0.0.0.0",
                                         "0",
                                         "[::1]",
                                         "[::]",
                                         "[::ffff:127.0.0.1]",
                                         "[::ffff:7f00:1]",
                                         "localhost",
                                         "localhost.",
                                         "169.254.169.254",
                                         "[::ffff:169.254.169.254]",
                                         "[64:ff9b::a9fe:a9fe]",
                                         "10.0.0.1",
                                         "192.168.0.1",
                                         "100.64.0.1",
                                         "[fd00:ec2::254]",
                                         "[fe80::1]"};

}  // namespace

TEST_CASE("no spelling of a refused address reaches the server that listens there") {
  const FaultServer secret;  // all its ports are refused
  const FaultServer allowed;
  for (const std::string host : kRefusedHosts) {
    const std::string url = "http://" + host + ":" + std::to_string(secret.port()) + "/";
    CHECK_MESSAGE(error_of(fetch(impatient_options(allowed), url)) == "refused", url);
  }
  CHECK(secret.connections() == 0);
}

TEST_CASE("no redirect to a refused address reaches the server that listens there") {
  const FaultServer secret;
  FaultServer server;
  for (const std::string host : kRefusedHosts) {
    const std::string to = "http://" + host + ":" + std::to_string(secret.port()) + "/";
    server.on("/r", test::redirect(to));
    CHECK_MESSAGE(error_of(fetch(impatient_options(server), server.url("/r"))) == "refused", to);
  }
  CHECK(secret.connections() == 0);
}

TEST_CASE("redirects lead to http and https alone") {
  FaultServer server;
  for (const char* to :
       {"file:///etc/passwd", "FILE:/etc/passwd", "ftp://127.0.0.1/", "gopher://127.0.0.1:6379/x",
        "dict://127.0.0.1/", "data:text/html,x", "javascript:alert(1)"}) {
    server.on("/r", test::redirect(to));
    const Fetched fetched = fetch(impatient_options(server), server.url("/r"));
    CHECK_MESSAGE(!fetched.page.ok(), to);
  }
  for (const std::string url : {"file:///etc/passwd", "ftp://127.0.0.1/", "/etc/passwd", ""}) {
    CHECK_MESSAGE(!fetch(impatient_options(server), url).page.ok(), url);
  }
}

TEST_CASE("a page's own refresh is checked as a redirect is") {
  const FaultServer secret;
  FaultServer server;
  for (const std::string& to : {secret.url("/"), std::string("file:///etc/passwd")}) {
    server.on("/m", test::page("<meta http-equiv=refresh content='0; url=" + to + "'><p>x"));
    const Fetched fetched = fetch(impatient_options(server), server.url("/m"));
    CHECK(fetched.http.final_url.find("/etc/passwd") == std::string::npos);
  }
  CHECK(secret.connections() == 0);
}

TEST_CASE("a name that turns to a refused address between hops is refused") {
  const FaultServer secret(FaultServer::Family::kV6);
  FaultServer server;
  const std::string port = std::to_string(server.port());
  // The first hop's name is this server's; the second's has become ::1 since.
  FetchOptions options = impatient_options(server);
  options.resolve = {"first.example:" + port + ":127.0.0.1",
                     "first.example:" + std::to_string(secret.port()) + ":::1"};
  server.on("/a", test::redirect("http://first.example:" + std::to_string(secret.port()) + "/"));
  const Fetched fetched = fetch(options, "http://first.example:" + port + "/a");
  CHECK(error_of(fetched) == "refused");
  CHECK(secret.connections() == 0);
  CHECK(server.count("/a") == 1);
}

TEST_CASE("a name with a public and a refused address is not asked at the refused one") {
  const FaultServer secret;
  const FaultServer allowed;
  const std::string port = std::to_string(secret.port());
  FetchOptions options = impatient_options(allowed);
  options.connect_timeout_ms = 300;
  options.resolve = {"two.example:" + port + ":127.0.0.1,::1"};
  CHECK(error_of(fetch(options, "http://two.example:" + port + "/")) == "refused");
  CHECK(secret.connections() == 0);
}

TEST_CASE("an exception is for its own port, and allowing all is for all") {
  FaultServer server;
  server.on("/a", test::page("<p>news</p>"));
  FetchOptions options = impatient_options(server);
  CHECK(fetch(options, server.url("/a")).page.ok());
  options.allow_addresses = {"127.0.0.1:1"};
  CHECK(error_of(fetch(options, server.url("/a"))) == "refused");
  options.allow_private = true;
  CHECK(fetch(options, server.url("/a")).page.ok());
}

TEST_CASE("credentials go to no other host") {
  FaultServer other;
  FaultServer server;
  other.on("/b", test::page("<p>b</p>"));
  server.on("/a", test::redirect(other.url("/b")));
  FetchOptions options = impatient_options(server);
  options.allow_addresses.push_back(other.exception());
  options.user = "name:secret";
  options.cookie = "id=7";
  options.headers = {"X-Key: k"};
  CHECK(fetch(options, server.url("/a")).page.ok());
  REQUIRE(server.requests().size() == 1);
  CHECK(server.requests()[0].header("Authorization") == "Basic bmFtZTpzZWNyZXQ=");
  CHECK(server.requests()[0].header("Cookie") == "id=7");
  REQUIRE(other.requests().size() == 1);
  for (const std::string name : {"Authorization", "Cookie", "X-Key"}) {
    CHECK_MESSAGE(other.requests()[0].header(name).empty(), name);
  }
}

TEST_CASE("credentials and cookies do not go from https to http") {
  std::string missing;
  const std::unique_ptr<test::Nginx> nginx = test::Nginx::start(missing);
  if (!nginx) return test::skip(missing);
  FaultServer server;
  server.on("/b", test::page("<p>b</p>"));
  const std::string to = "http://localhost:" + std::to_string(server.port()) + "/b";
  FetchOptions options = impatient_options(server);
  options.allow_private = true;
  options.ca_file = nginx->ca_file();
  options.user = "name:secret";
  options.headers = {"X-Key: k"};
  const test::TemporaryDirectory folder;
  for (const std::string& jar : {std::string(), folder / "jar"}) {
    options.cookie_jar = jar;
    CHECK(fetch(options, nginx->https_to(to)).page.ok());
    REQUIRE(server.requests().size() == (jar.empty() ? 1 : 2));
    for (const std::string name : {"Authorization", "Cookie", "X-Key"}) {
      CHECK_MESSAGE(server.requests().back().header(name).empty(), name);
    }
  }
}

TEST_CASE("credentials of a URL are in nothing that is handed out") {
  FaultServer server;
  server.on("/a", test::reply(404));
  const std::string url = "http://name:secret@" + server.exception() + "/a";
  const Fetched fetched = fetch(impatient_options(server), url);
  CHECK(server.requests()[0].header("Authorization") == "Basic bmFtZTpzZWNyZXQ=");
  for (const std::string& text :
       {fetched.source, fetched.http.final_url, fetched.page.error().message}) {
    CHECK(text.find("secret") == std::string::npos);
  }
}

TEST_CASE("a gzip bomb of 1 GB ends at the limit") {
  FaultServer server;
  server.on("/bomb", test::gzip_bomb(1024));
  CHECK(error_of(fetch(impatient_options(server), server.url("/bomb"))) == "too_large");
}

TEST_CASE("headers without end, and answers that break off, are errors") {
  FaultServer server;
  server.on("/flood", test::header_flood(50'000'000));
  server.on("/long", test::long_header(50'000'000));
  server.on("/short", test::short_body("<p>half"));
  server.on("/reset", test::reset_midway("<p>half"));
  server.on("/chunk", test::bad_chunk_size());
  server.on("/endless", test::endless_chunk());
  server.on("/ssh", test::not_http());
  server.on("/loop", test::redirect("/loop"));
  for (const char* path :
       {"/flood", "/long", "/short", "/reset", "/chunk", "/endless", "/ssh", "/loop"}) {
    CHECK_MESSAGE(error_of(fetch(impatient_options(server), server.url(path))) != "none", path);
  }
  CHECK(server.count("/loop") == 11);
}

TEST_CASE("servers that stop or drip run into the time limit") {
  FaultServer server;
  server.on("/silent", test::silent());
  server.on("/stalled", test::stalled("<p>half"));
  server.on("/drip", test::dripping(std::string(1'000, 'x'), 20ms));
  FetchOptions options = impatient_options(server);
  options.max_time_ms = 300;
  for (const std::string path : {"/silent", "/stalled", "/drip"}) {
    CHECK_MESSAGE(error_of(fetch(options, server.url(path))) == "network_timeout", path);
  }
}
