#include "fetch/address_policy.hpp"

#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <netinet/in.h>

#include <cstring>
#include <string>

using namespace thresh;
using fetch::AddressPolicy;

namespace {

AddressPolicy policy(const std::vector<std::string>& exceptions = {}) {
  Result<AddressPolicy> made = AddressPolicy::create(false, exceptions);
  REQUIRE(made.ok());
  return *made;
}

std::string use_of(const char* text) {
  const auto address = fetch::parse_ip(text);
  REQUIRE_MESSAGE(address, text);
  return std::string(fetch::special_use(*address));
}

bool allows(const AddressPolicy& rules, const char* text, std::uint16_t port) {
  return rules.allows(*fetch::parse_ip(text), port);
}

}  // namespace

TEST_CASE("public addresses are allowed") {
  for (const char* text : {"1.1.1.1",          "8.8.8.8",
                           "9.255.255.255",    "11.0.0.0",
                           "100.63.255.255",   "100.128.0.0",
                           "126.255.255.255",  "128.0.0.0",
                           "169.253.255.255",  "169.255.0.0",
                           "172.15.255.255",   "172.32.0.0",
                           "192.167.255.255",  "192.169.0.0",
                           "198.17.255.255",   "198.20.0.0",
                           "223.255.255.255",  "::ffff:8.8.8.8",
                           "64:ff9b::8.8.8.8", "2002:808:808::1",
                           "2606:4700::1111",  "2001:4860:4860::8888",
                           "3ffe::1"}) {
    CHECK_MESSAGE(use_of(text).empty(), text);
  }
}

TEST_CASE("the address of every special use is named") {
  struct Case {
    const char* address;
    const char* use;
  };
  const Case cases[] = {{"0.0.0.0", "this network"},
                        {"0.1.2.3", "this network"},
                        {"10.0.0.0", "private"},
                        {"10.255.255.255", "private"},
                        {"100.64.0.1", "shared (CGNAT)"},
                        {"100.127.255.255", "shared (CGNAT)"},
                        {"127.0.0.1", "loopback"},
                        {"127.255.255.255", "loopback"},
                        {"168.63.129.16", "cloud metadata"},
                        {"169.254.169.254", "cloud metadata"},
                        {"169.254.0.1", "link-local"},
                        {"172.16.0.1", "private"},
                        {"172.31.255.255", "private"},
                        {"192.0.0.192", "reserved"},
                        {"192.0.2.7", "documentation"},
                        {"192.168.1.1", "private"},
                        {"198.19.0.1", "benchmarking"},
                        {"224.0.0.1", "multicast"},
                        {"239.255.255.255", "multicast"},
                        {"240.0.0.1", "reserved"},
                        {"255.255.255.255", "broadcast"},
                        {"::", "unspecified"},
                        {"::1", "loopback"},
                        {"::2", "reserved"},
                        {"::127.0.0.1", "reserved"},
                        {"::ffff:127.0.0.1", "loopback"},
                        {"::ffff:a9fe:a9fe", "cloud metadata"},
                        {"64:ff9b::127.0.0.1", "loopback"},
                        {"64:ff9b::a00:1", "private"},
                        {"64:ff9b:1::1", "private"},
                        {"2002:7f00:1::", "loopback"},
                        {"2002:c0a8:101::1", "private"},
                        {"100::1", "discard"},
                        {"2001::1", "reserved"},
                        {"2001:db8::1", "documentation"},
                        {"fc00::1", "unique-local"},
                        {"fd00:ec2::254", "unique-local"},
                        {"fe80::1", "link-local"},
                        {"fec0::1", "site-local"},
                        {"ff02::1", "multicast"},
                        {"4000::1", "reserved"}};
  for (const Case& row : cases) CHECK_MESSAGE(use_of(row.address) == row.use, row.address);
}

TEST_CASE("socket addresses are judged with their port") {
  sockaddr_in v4{};
  v4.sin_family = AF_INET;
  v4.sin_port = htons(8080);
  ::inet_pton(AF_INET, "127.0.0.1", &v4.sin_addr);
  const auto& as_v4 = reinterpret_cast<const sockaddr&>(v4);
  CHECK_FALSE(policy().allows(as_v4));
  CHECK(policy({"127.0.0.1:8080"}).allows(as_v4));
  CHECK_FALSE(policy({"127.0.0.1:8081"}).allows(as_v4));

  sockaddr_in6 v6{};
  v6.sin6_family = AF_INET6;
  v6.sin6_port = htons(443);
  ::inet_pton(AF_INET6, "::ffff:10.1.2.3", &v6.sin6_addr);
  const auto& as_v6 = reinterpret_cast<const sockaddr&>(v6);
  CHECK_FALSE(policy().allows(as_v6));
  CHECK(policy({"10.0.0.0/8:443"}).allows(as_v6));

  sockaddr other{};
  other.sa_family = AF_UNIX;
  CHECK_FALSE(policy().allows(other));
}

TEST_CASE("exceptions are networks, with a port if they name one") {
  CHECK(allows(policy({"10.0.0.0/8"}), "10.9.9.9", 1));
  CHECK_FALSE(allows(policy({"10.0.0.0/8"}), "192.168.0.1", 1));
  CHECK(allows(policy({"10.1.2.3/9"}), "10.127.0.1", 1));
  CHECK_FALSE(allows(policy({"10.1.2.3/9"}), "10.128.0.1", 1));
  CHECK(allows(policy({"[::1]:8080"}), "::1", 8080));
  CHECK_FALSE(allows(policy({"[::1]:8080"}), "::1", 80));
  CHECK(allows(policy({"::1"}), "::1", 80));
  CHECK(allows(policy({"fd00::/8"}), "fdff::1", 80));
  CHECK(allows(policy({"fd00::/8:443"}), "fd12::1", 443));
  CHECK(allows(policy({"[fd00::]/8:443"}), "fd12::1", 443));
  CHECK_FALSE(allows(policy({"fd00::/8:443"}), "fd12::1", 80));
  CHECK(allows(policy({"10.0.0.0/8", "127.0.0.1"}), "127.0.0.1", 80));
}

TEST_CASE("an exception that does not parse is a usage error that names it") {
  for (const char* text :
       {"", "localhost", "10.0.0.0/33", "10.0.0.0/", "10.0.0.0/a", "10.0.0/8", "127.0.0.1:0",
        "127.0.0.1:65536", "127.0.0.1:", "::1/129", "[::1", "[::1]:x", "10.0.0.1:80:80"}) {
    const Result<AddressPolicy> made = AddressPolicy::create(false, {text});
    REQUIRE_MESSAGE(!made.ok(), text);
    CHECK(made.error().code == ErrorCode::kUsage);
    CHECK(made.error().message.find(std::string("'") + text + "'") != std::string::npos);
  }
}

TEST_CASE("allowing private addresses allows every address") {
  const Result<AddressPolicy> all = AddressPolicy::create(true, {});
  REQUIRE(all.ok());
  CHECK(allows(*all, "127.0.0.1", 80));
  CHECK(allows(*all, "169.254.169.254", 80));
  CHECK(all->allows_host("localhost", 80));
}

TEST_CASE("a host that a proxy resolves is refused in every spelling of a refused address") {
  const AddressPolicy strict = policy();
  for (const char* host : {"127.0.0.1",
                           "127.1",
                           "127.0.1",
                           "0x7f.1",
                           "0X7F000001",
                           "2130706433",
                           "0177.0.0.1",
                           "017700000001",
                           "127.0.0.1.",
                           "0",
                           "0.0.0.0",
                           "10.1",
                           "169.254.169.254",
                           "2852039166",
                           "[::1]",
                           "::1",
                           "[::]",
                           "[::ffff:127.0.0.1]",
                           "[::ffff:7f00:1]",
                           "[fe80::1%25eth0]",
                           "localhost",
                           "LocalHost.",
                           "a.localhost"}) {
    CHECK_MESSAGE(!strict.allows_host(host, 80), host);
  }
  for (const char* host : {"example.org", "8.8.8.8", "134744072", "[2606:4700::1111]",
                           "notlocalhost", "127.example.org", "1.2.3.4.5", "0x.example"}) {
    CHECK_MESSAGE(strict.allows_host(host, 80), host);
  }
  CHECK(policy({"127.0.0.1:80"}).allows_host("localhost", 80));
  CHECK(policy({"[::1]:80"}).allows_host("localhost", 80));
}
