// SHA-1 (FIPS 180-4): names and check sums of what is stored, as archives of web pages use it.
// Never for what must withstand an attacker: collisions can be made.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace thresh::base {

class Sha1 {
 public:
  using Digest = std::array<std::uint8_t, 20>;

  void update(std::string_view bytes);
  Digest finish();  // once, after all updates

 private:
  static constexpr std::size_t kBlockBytes = 64;

  void take_block(const std::uint8_t* block);

  std::array<std::uint32_t, 5> state_ = {0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476,
                                         0xC3D2E1F0};
  std::array<std::uint8_t, kBlockBytes> rest_{};  // of the bytes, until a block is full
  std::uint64_t bytes_ = 0;
};

Sha1::Digest sha1(std::string_view bytes);

std::string hex(const Sha1::Digest& digest);     // 40 characters, lower case
std::string base32(const Sha1::Digest& digest);  // 32 characters of RFC 4648, upper case

}  // namespace thresh::base
