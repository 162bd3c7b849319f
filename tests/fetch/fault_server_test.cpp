// The server that other tests rely on, asked by a plain socket.
#include "support/fault_server.hpp"

#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/inflate.hpp"

using namespace thresh;
using namespace std::chrono_literals;
using test::FaultServer;

namespace {

class Client {
 public:
  explicit Client(const FaultServer& server) : descriptor_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(server.port());
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const auto* any = reinterpret_cast<const sockaddr*>(&address);
    REQUIRE(::connect(descriptor_, any, sizeof address) == 0);
  }
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;
  ~Client() { ::close(descriptor_); }

  void ask(const std::string& path, const std::string& lines = {}) {
    const std::string request = "GET " + path + " HTTP/1.1\r\nHost: test\r\n" + lines + "\r\n";
    REQUIRE(::send(descriptor_, request.data(), request.size(), MSG_NOSIGNAL) > 0);
  }

  // Reads until `end` has come, or the connection is over.
  std::string read_until(std::string_view end) {
    std::string out;
    char buffer[65'536];
    while (end.empty() || out.find(end) == std::string::npos) {
      const ssize_t count = ::recv(descriptor_, buffer, sizeof buffer, 0);
      if (count <= 0) return count == 0 ? out : out + "[reset]";
      out.append(buffer, static_cast<std::size_t>(count));
    }
    return out;
  }

 private:
  int descriptor_;
};

std::string ask(const FaultServer& server, const std::string& path, std::string_view end) {
  Client client(server);
  client.ask(path);
  return client.read_until(end);
}

}  // namespace

TEST_CASE("a path has its answer, each request its turn, and the rest is not found") {
  FaultServer server;
  server.on("/a", test::page("one"));
  server.on("/b", std::vector{test::reply(503), test::page("better")});
  Client client(server);
  client.ask("/a?x=1", "X-Key: v\r\n");
  CHECK(client.read_until("one").starts_with("HTTP/1.1 200 "));
  client.ask("/b");
  CHECK(client.read_until("\r\n\r\n").starts_with("HTTP/1.1 503 "));
  client.ask("/b");
  CHECK(client.read_until("better").starts_with("HTTP/1.1 200 "));
  client.ask("/c");
  CHECK(client.read_until("\r\n\r\n").starts_with("HTTP/1.1 404 "));
  CHECK(server.connections() == 1);
  CHECK(server.count("/b") == 2);
  CHECK(server.requests()[0].target == "/a?x=1");
  CHECK(server.requests()[0].header("x-key") == "v");
}

TEST_CASE("an ETag that the client has is answered with 304") {
  FaultServer server;
  server.on_etag("/e", "\"1\"", "body");
  Client client(server);
  client.ask("/e");
  CHECK(client.read_until("body").starts_with("HTTP/1.1 200 "));
  client.ask("/e", "If-None-Match: \"1\"\r\n");
  CHECK(client.read_until("\r\n\r\n").starts_with("HTTP/1.1 304 "));
}

TEST_CASE("held answers show how many requests are open at once") {
  FaultServer server;
  server.on("/h", test::held(test::page("done")));
  Client one(server);
  Client two(server);
  one.ask("/h");
  two.ask("/h");
  REQUIRE(server.wait_for_requests(2));
  server.release();
  CHECK(one.read_until("done").ends_with("done"));
  CHECK(two.read_until("done").ends_with("done"));
  CHECK(server.most_open("test") == 2);
  CHECK(server.most_open() == 2);
}

TEST_CASE("delays keep to their time") {
  FaultServer server;
  server.on("/d", test::delayed(50ms, test::page("late")));
  const auto start = std::chrono::steady_clock::now();
  CHECK(ask(server, "/d", "late").ends_with("late"));
  CHECK(std::chrono::steady_clock::now() - start >= 50ms);
}

TEST_CASE("broken answers are broken as they say") {
  FaultServer server;
  server.on("/short", test::short_body("half"));
  server.on("/reset", test::reset_midway("half"));
  server.on("/drip", test::dripping("slow", 1ms));
  server.on("/flood", test::header_flood(1'000'000));
  CHECK(ask(server, "/short", "").ends_with("half"));
  CHECK(ask(server, "/reset", "").ends_with("[reset]"));
  CHECK(ask(server, "/drip", "slow").ends_with("slow"));
  CHECK(ask(server, "/flood", "\r\n\r\n").size() > 1'000'000);
}

TEST_CASE("the bomb is good gzip data and a thousand times as large unpacked") {
  FaultServer server;
  server.on("/bomb", std::vector{test::gzip_bomb(8)});
  Client client(server);
  client.ask("/bomb");
  client.ask("/missing");  // its answer shows where the bomb ends
  const std::string answer = client.read_until("HTTP/1.1 404");
  const std::size_t begin = answer.find("\r\n\r\n") + 4;
  const std::string body = answer.substr(begin, answer.rfind("HTTP/1.1 404") - begin);
  const Result<std::string> unpacked = base::gunzip(body, 10'000'000);
  REQUIRE(unpacked.ok());
  CHECK(unpacked->size() > 8'000'000);
  CHECK(body.size() < 10'000);
}

TEST_CASE("hundreds of connections are open at once") {
  FaultServer server;
  server.on("/many", test::held(test::page("done")));
  std::vector<std::unique_ptr<Client>> clients;
  for (int i = 0; i < 400; ++i) {
    clients.push_back(std::make_unique<Client>(server));
    clients.back()->ask("/many");
  }
  REQUIRE(server.wait_for_requests(clients.size()));
  CHECK(server.most_open() == clients.size());
  server.release();
  for (const auto& client : clients) CHECK(client->read_until("done").ends_with("done"));
}
