// DNS rebinding: a name server that gives another address the second time it is asked.
#include <dlfcn.h>
#include <doctest/doctest.h>
#include <netdb.h>

#include <atomic>
#include <string>

#include "fetch/fetching.hpp"

using namespace thresh;
using test::FaultServer;
using test::fetch;
using test::options_for;

namespace {

constexpr const char* kName = "rebinding.example";

std::atomic<int> g_times_asked = 0;
std::atomic<const char*> g_later_address = "127.0.0.1";  // the first time it is 127.0.0.1

}  // namespace

// This program's libcurl asks here, instead of the system's resolver.
extern "C" int getaddrinfo(const char* name, const char* service, const addrinfo* hints,
                           addrinfo** found) {
  using Resolve = int (*)(const char*, const char*, const addrinfo*, addrinfo**);
  static const auto resolve = reinterpret_cast<Resolve>(::dlsym(RTLD_NEXT, "getaddrinfo"));
  if (name == nullptr || std::string(name) != kName) return resolve(name, service, hints, found);
  return resolve(g_times_asked++ == 0 ? "127.0.0.1" : g_later_address.load(), service, hints,
                 found);
}

TEST_CASE("a name whose address changes between hops leads to no refused address") {
  const FaultServer v4;
  const FaultServer v6(FaultServer::Family::kV6);
  FaultServer server;
  const std::string name = std::string("http://") + kName + ":";
  for (const FaultServer* secret : {&v4, &v6}) {
    g_times_asked = 0;
    g_later_address = secret == &v4 ? "127.0.0.1" : "::1";
    // Another port, as libcurl remembers an address for name and port.
    server.on("/a", test::redirect(name + std::to_string(secret->port()) + "/"));
    const Fetched fetched = fetch(options_for(server), name + std::to_string(server.port()) + "/a");
    REQUIRE_FALSE(fetched.page.ok());
    CHECK(fetched.page.error().code == ErrorCode::kRefused);
    CHECK(g_times_asked == 2);
    CHECK(secret->connections() == 0);
  }
  CHECK(server.count("/a") == 2);
}

TEST_CASE("a name whose address changes between runs is judged anew") {
  FaultServer server;
  server.on("/a", test::page("<p>news</p>"));
  const std::string url =
      std::string("http://") + kName + ":" + std::to_string(server.port()) + "/a";
  for (const char* later : {"169.254.169.254", "10.0.0.1", "::1", "::ffff:10.0.0.1"}) {
    g_times_asked = 0;
    g_later_address = later;
    CHECK(fetch(options_for(server), url).page.ok());
    const Fetched fetched = fetch(options_for(server), url);
    REQUIRE_FALSE(fetched.page.ok());
    CHECK_MESSAGE(fetched.page.error().code == ErrorCode::kRefused, std::string(later));
  }
}
