#include "fetch/address_policy.hpp"

#include <algorithm>
#include <optional>

#include "base/ascii.hpp"

namespace thresh::fetch {
namespace {

struct V4Range {
  std::uint32_t first;
  int bits;
  std::string_view use;
};

// IANA's IPv4 special-purpose registry, and the addresses at which clouds tell machines their
// secrets where these look public.
constexpr V4Range kV4Ranges[] = {
    {0x00000000, 8, "this network"},    {0x0A000000, 8, "private"},  // 10.0.0.0
    {0x64400000, 10, "shared (CGNAT)"},                              // 100.64.0.0
    {0x7F000000, 8, "loopback"},                                     // 127.0.0.0
    {0xA83F8110, 32, "cloud metadata"},                              // 168.63.129.16, Azure
    {0xA9FEA9FE, 32, "cloud metadata"},                              // 169.254.169.254
    {0xA9FE0000, 16, "link-local"},                                  // 169.254.0.0
    {0xAC100000, 12, "private"},                                     // 172.16.0.0
    {0xC0000000, 24, "reserved"},       // 192.0.0.0, protocol assignments
    {0xC0000200, 24, "documentation"},  // 192.0.2.0
    {0xC0586300, 24, "reserved"},       // 192.88.99.0, 6to4 relays
    {0xC0A80000, 16, "private"},        // 192.168.0.0
    {0xC6120000, 15, "benchmarking"},   // 198.18.0.0
    {0xC6336400, 24, "documentation"},  // 198.51.100.0
    {0xCB007100, 24, "documentation"},  // 203.0.113.0
    {0xE0000000, 4, "multicast"},       // 224.0.0.0
    {0xFFFFFFFF, 32, "broadcast"},      {0xF0000000, 4, "reserved"},  // 240.0.0.0
};

struct V6Range {
  std::uint64_t first;  // the upper half of the address
  int bits;             // at most 64
  std::string_view use;
};

// What is not public within 2000::/3 (the only public space), and names for some of the rest.
constexpr V6Range kV6Ranges[] = {
    {0x0064'FF9B'0001'0000, 48, "private"},        // 64:ff9b:1::, NAT64 within a network
    {0x0100'0000'0000'0000, 64, "discard"},        // 100::
    {0x2001'0000'0000'0000, 23, "reserved"},       // Teredo, benchmarking, ORCHID
    {0x2001'0DB8'0000'0000, 32, "documentation"},  // 2001:db8::
    {0x3FFF'0000'0000'0000, 20, "documentation"}, {0xFC00'0000'0000'0000, 7, "unique-local"},
    {0xFE80'0000'0000'0000, 10, "link-local"},    {0xFEC0'0000'0000'0000, 10, "site-local"},
    {0xFF00'0000'0000'0000, 8, "multicast"},
};
constexpr std::uint8_t kPublicTop = 1;  // the first three bits of 2000::/3

// Networks whose addresses carry an IPv4 address, to which packets go in the end.
struct Carrier {
  std::uint64_t first;
  int bits;
  std::size_t v4_at;  // byte of the address
};
constexpr Carrier kCarriers[] = {
    {0x0064'FF9B'0000'0000, 96, 12},  // NAT64, with the rest of its prefix zero
    {0x2002'0000'0000'0000, 16, 2},   // 6to4
};

constexpr IpAddress kV6Loopback = {{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}};

std::uint64_t read_big_endian(const IpAddress& address, std::size_t at, std::size_t count) {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < count; ++i) number = number << 8 | address.bytes[at + i];
  return number;
}

IpNetwork v6_network(std::uint64_t upper, int bits) {
  IpNetwork network;
  network.bits = bits;
  for (std::size_t i = 0; i < 8; ++i) {
    network.address.bytes[i] = static_cast<std::uint8_t>(upper >> (56 - 8 * i));
  }
  return network;
}

std::string_view v4_use(const IpAddress& v4) {
  for (const V4Range& range : kV4Ranges) {
    if (IpNetwork{make_v4(range.first), 96 + range.bits}.contains(v4)) return range.use;
  }
  return {};
}

std::string_view v6_use(const IpAddress& address) {
  const std::uint64_t upper = read_big_endian(address, 0, 8);
  const std::uint64_t lower = read_big_endian(address, 8, 8);
  if (upper == 0 && lower == 0) return "unspecified";
  if (upper == 0 && lower == 1) return "loopback";
  for (const V6Range& range : kV6Ranges) {
    if (v6_network(range.first, range.bits).contains(address)) return range.use;
  }
  return address.bytes[0] >> 5 == kPublicTop ? std::string_view() : "reserved";
}

Error bad_exception(std::string_view text) {
  return {ErrorCode::kUsage, "fetch",
          "'" + std::string(text) + "' is not an address as CIDR or CIDR:PORT"};
}

// Digits alone, from 0 to `most`.
std::optional<int> parse_number(std::string_view text, int most) {
  int number = 0;
  for (const char c : text) {
    if (!base::is_digit(c)) return std::nullopt;
    number = number * 10 + (c - '0');
    if (number > most) return std::nullopt;
  }
  return text.empty() ? std::nullopt : std::optional(number);
}

// Cuts off what follows the last `mark`, if there is one after `from`.
std::optional<std::string_view> cut_after(std::string_view& text, char mark, std::size_t from) {
  const std::size_t at = text.rfind(mark);
  if (at == std::string_view::npos || at < from) return std::nullopt;
  const std::string_view tail = text.substr(at + 1);
  text = text.substr(0, at);
  return tail;
}

// Where the colon before a port may stand: not inside an IPv6 address.
std::size_t port_from(std::string_view text) {
  const std::size_t after_address = text.find_first_of("/]");
  if (after_address != std::string_view::npos) return after_address;
  const bool is_v6 = std::count(text.begin(), text.end(), ':') > 1;
  return is_v6 ? text.size() : 0;
}

bool names_this_machine(std::string_view host) {
  constexpr std::string_view kName = "localhost";
  if (!host.empty() && host.back() == '.') host.remove_suffix(1);
  if (host.size() < kName.size()) return false;
  const std::string_view end = host.substr(host.size() - kName.size());
  return base::equals_ignore_case(end, kName) &&
         (end.size() == host.size() || host[host.size() - end.size() - 1] == '.');
}

}  // namespace

std::string_view special_use(const IpAddress& address) {
  if (address.is_v4()) return v4_use(address);
  for (const Carrier& carrier : kCarriers) {
    if (!v6_network(carrier.first, carrier.bits).contains(address)) continue;
    return v4_use(make_v4(static_cast<std::uint32_t>(read_big_endian(address, carrier.v4_at, 4))));
  }
  return v6_use(address);
}

Result<AddressPolicy> AddressPolicy::create(bool allow_private,
                                            const std::vector<std::string>& exceptions) {
  AddressPolicy policy;
  policy.allow_all_ = allow_private;
  for (const std::string& text : exceptions) {
    Result<Exception> exception = parse_exception(text);
    if (!exception) return exception.error();
    policy.exceptions_.push_back(*exception);
  }
  return policy;
}

Result<AddressPolicy::Exception> AddressPolicy::parse_exception(std::string_view text) {
  const std::string_view whole = text;
  Exception exception;
  if (const auto port_text = cut_after(text, ':', port_from(text))) {
    const std::optional<int> port = parse_number(*port_text, UINT16_MAX);
    if (!port || *port == 0) return bad_exception(whole);
    exception.port = static_cast<std::uint16_t>(*port);
  }
  const std::optional<std::string_view> bits_text = cut_after(text, '/', 0);
  if (text.size() > 2 && text.front() == '[' && text.back() == ']') {
    text = text.substr(1, text.size() - 2);
  }
  const std::optional<IpAddress> address = parse_ip(text);
  if (!address) return bad_exception(whole);
  exception.network.address = *address;
  if (bits_text) {
    const bool is_v4 = text.find(':') == std::string_view::npos;
    const std::optional<int> bits = parse_number(*bits_text, is_v4 ? 32 : 128);
    if (!bits) return bad_exception(whole);
    exception.network.bits = *bits + (is_v4 ? 96 : 0);
  }
  return exception;
}

bool AddressPolicy::allows(const sockaddr& socket_address) const {
  const std::optional<IpAddress> address = address_of(socket_address);
  return address ? allows(*address, port_of(socket_address)) : allow_all_;
}

bool AddressPolicy::allows(const IpAddress& address, std::uint16_t port) const {
  if (allow_all_ || special_use(address).empty()) return true;
  return std::any_of(exceptions_.begin(), exceptions_.end(), [&](const Exception& exception) {
    return (exception.port == 0 || exception.port == port) && exception.network.contains(address);
  });
}

bool AddressPolicy::allows_host(std::string_view host, std::uint16_t port) const {
  if (const std::optional<IpAddress> address = parse_host_address(host)) {
    return allows(*address, port);
  }
  if (!names_this_machine(host)) return true;
  return allows(make_v4(0x7F000001), port) || allows(kV6Loopback, port);
}

}  // namespace thresh::fetch
