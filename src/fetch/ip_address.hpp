// IP addresses as numbers, and the ways in which they are written.
#pragma once

#include <sys/socket.h>

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace thresh::fetch {

// IPv4 is held as ::ffff:a.b.c.d, so that an IPv4 address has one form however it came.
struct IpAddress {
  std::array<std::uint8_t, 16> bytes{};

  bool is_v4() const;
};

// A network: the first `bits` of its address. An IPv4 prefix length has 96 added.
struct IpNetwork {
  IpAddress address;
  int bits = 128;

  bool contains(const IpAddress& other) const;
};

IpAddress make_v4(std::uint32_t number);  // in the host's byte order

// nullopt for families other than IPv4 and IPv6.
std::optional<IpAddress> address_of(const sockaddr& socket_address);
std::uint16_t port_of(const sockaddr& socket_address);  // 0 for other families

// "192.0.2.1" or "2001:db8::1", nothing else.
std::optional<IpAddress> parse_ip(std::string_view text);

// The host of a URL if it is an address in any spelling that resolvers take: "127.1", "0x7f.1",
// "2130706433", "017700000001", "127.0.0.1.", "[::1]", "fe80::1%eth0". nullopt: a name.
std::optional<IpAddress> parse_host_address(std::string_view host);

}  // namespace thresh::fetch
