#include "fetch/ip_address.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>
#include <cstring>
#include <string>

#include "base/ascii.hpp"

namespace thresh::fetch {
namespace {

constexpr std::size_t kV4At = 12;  // where the IPv4 address stands in ::ffff:0:0/96
constexpr int kMaxParts = 4;       // of an IPv4 address

int digit_value(char c) {
  if (base::is_digit(c)) return c - '0';
  const char letter = base::lower(c);
  return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : 16;
}

// A part of an IPv4 address as inet_aton reads it: 0x hexadecimal, 0 octal, else decimal.
std::optional<std::uint64_t> parse_part(std::string_view text) {
  if (text.empty()) return std::nullopt;
  int radix = 10;
  if (base::starts_with_ignore_case(text, "0x")) {
    radix = 16;
    text.remove_prefix(2);
  } else if (text.size() > 1 && text[0] == '0') {
    radix = 8;
  }
  std::uint64_t value = 0;
  for (const char c : text) {
    const int digit = digit_value(c);
    if (digit >= radix) return std::nullopt;
    value = value * static_cast<std::uint64_t>(radix) + static_cast<std::uint64_t>(digit);
    if (value > UINT32_MAX) return std::nullopt;
  }
  return value;
}

// One to four parts, of which the last fills all bytes that are left.
std::optional<IpAddress> parse_loose_v4(std::string_view text) {
  if (!text.empty() && text.back() == '.') text.remove_suffix(1);
  std::uint64_t number = 0;
  for (int part = 0; part < kMaxParts; ++part) {
    const std::size_t dot = text.find('.');
    const std::optional<std::uint64_t> value = parse_part(text.substr(0, dot));
    if (!value) return std::nullopt;
    const int bits_left = 32 - 8 * part;
    if (dot == std::string_view::npos) {
      if (*value >= (std::uint64_t{1} << bits_left)) return std::nullopt;
      return make_v4(static_cast<std::uint32_t>(number | *value));
    }
    if (*value > 0xFF) return std::nullopt;
    number |= *value << (bits_left - 8);
    text.remove_prefix(dot + 1);
  }
  return std::nullopt;
}

}  // namespace

bool IpAddress::is_v4() const {
  return std::all_of(bytes.begin(), bytes.begin() + 10, [](std::uint8_t b) { return b == 0; }) &&
         bytes[10] == 0xFF && bytes[11] == 0xFF;
}

bool IpNetwork::contains(const IpAddress& other) const {
  const auto whole = static_cast<std::size_t>(bits / 8);
  if (!std::equal(other.bytes.begin(), other.bytes.begin() + static_cast<std::ptrdiff_t>(whole),
                  address.bytes.begin())) {
    return false;
  }
  const int rest = bits % 8;
  return rest == 0 || ((other.bytes[whole] ^ address.bytes[whole]) >> (8 - rest)) == 0;
}

IpAddress make_v4(std::uint32_t number) {
  IpAddress out;
  out.bytes[10] = out.bytes[11] = 0xFF;
  for (std::size_t i = 0; i < 4; ++i) {
    out.bytes[kV4At + i] = static_cast<std::uint8_t>(number >> (24 - 8 * i));
  }
  return out;
}

std::optional<IpAddress> address_of(const sockaddr& socket_address) {
  if (socket_address.sa_family == AF_INET) {
    sockaddr_in v4{};
    std::memcpy(&v4, &socket_address, sizeof v4);
    return make_v4(ntohl(v4.sin_addr.s_addr));
  }
  if (socket_address.sa_family == AF_INET6) {
    IpAddress out;
    const auto* start = reinterpret_cast<const unsigned char*>(&socket_address);
    std::memcpy(out.bytes.data(), start + offsetof(sockaddr_in6, sin6_addr), out.bytes.size());
    return out;
  }
  return std::nullopt;
}

std::uint16_t port_of(const sockaddr& socket_address) {
  static_assert(offsetof(sockaddr_in, sin_port) == offsetof(sockaddr_in6, sin6_port));
  if (!address_of(socket_address)) return 0;
  std::uint16_t port = 0;
  const auto* start = reinterpret_cast<const unsigned char*>(&socket_address);
  std::memcpy(&port, start + offsetof(sockaddr_in, sin_port), sizeof port);
  return ntohs(port);
}

std::optional<IpAddress> parse_ip(std::string_view text) {
  const std::string name(text);
  if (name.size() != std::strlen(name.c_str())) return std::nullopt;
  in_addr v4{};
  if (::inet_pton(AF_INET, name.c_str(), &v4) == 1) return make_v4(ntohl(v4.s_addr));
  IpAddress out;
  if (::inet_pton(AF_INET6, name.c_str(), out.bytes.data()) == 1) return out;
  return std::nullopt;
}

std::optional<IpAddress> parse_host_address(std::string_view host) {
  if (host.size() >= 2 && host.front() == '[' && host.back() == ']') {
    host = host.substr(1, host.size() - 2);
  }
  if (host.find(':') != std::string_view::npos) return parse_ip(host.substr(0, host.find('%')));
  return parse_loose_v4(host);
}

}  // namespace thresh::fetch
