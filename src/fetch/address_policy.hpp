// Which addresses may be connected to: public ones, and those that the caller excepts. Judges
// addresses alone; it never resolves a name.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "fetch/ip_address.hpp"
#include "thresh/result.hpp"

namespace thresh::fetch {

// "" for an address of the public Internet, else what it is: "loopback", "private" … An address
// that carries an IPv4 address (NAT64, 6to4) is what the IPv4 address is.
std::string_view special_use(const IpAddress& address);

class AddressPolicy {
 public:
  // allow_private: every address may be connected to. Exceptions are "CIDR" or "CIDR:PORT":
  // "10.0.0.0/8", "127.0.0.1:8080", "fd00::/8", "[::1]:8080"; kUsage if one does not parse.
  static Result<AddressPolicy> create(bool allow_private,
                                      const std::vector<std::string>& exceptions);

  // For the address that is about to be connected to. Families other than IPv4 and IPv6 are none
  // of the public Internet.
  bool allows(const sockaddr& socket_address) const;
  bool allows(const IpAddress& address, std::uint16_t port) const;

  // For a host before it is resolved, perhaps by somebody else (a proxy): false if it is a refused
  // address in any spelling or a name for this machine ("localhost" and what ends in ".localhost").
  bool allows_host(std::string_view host, std::uint16_t port) const;

 private:
  struct Exception {
    IpNetwork network;
    std::uint16_t port = 0;  // 0: any
  };
  static Result<Exception> parse_exception(std::string_view text);

  bool allow_all_ = false;
  std::vector<Exception> exceptions_;
};

}  // namespace thresh::fetch
