#include "base/sha1.hpp"

#include <algorithm>
#include <bit>

namespace thresh::base {
namespace {

constexpr std::size_t kRounds = 80;
constexpr std::size_t kLengthBytes = 8;  // of the message's length, at the end of the last block

// What a round adds, for each quarter of the rounds.
constexpr std::uint32_t kRoundConstants[] = {0x5A827999, 0x6ED9EBA1, 0x8F1BBCDC, 0xCA62C1D6};

std::uint32_t mix(std::size_t round, std::uint32_t b, std::uint32_t c, std::uint32_t d) {
  switch (round / 20) {
    case 0:
      return (b & c) | (~b & d);
    case 2:
      return (b & c) | (b & d) | (c & d);
    default:
      return b ^ c ^ d;
  }
}

}  // namespace

void Sha1::take_block(const std::uint8_t* block) {
  std::array<std::uint32_t, kRounds> words{};
  for (std::size_t i = 0; i < 16; ++i) {
    words[i] = std::uint32_t{block[4 * i]} << 24 | std::uint32_t{block[4 * i + 1]} << 16 |
               std::uint32_t{block[4 * i + 2]} << 8 | std::uint32_t{block[4 * i + 3]};
  }
  for (std::size_t i = 16; i < kRounds; ++i) {
    words[i] = std::rotl(words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16], 1);
  }
  auto [a, b, c, d, e] = state_;
  for (std::size_t i = 0; i < kRounds; ++i) {
    const std::uint32_t next =
        std::rotl(a, 5) + mix(i, b, c, d) + e + kRoundConstants[i / 20] + words[i];
    e = d;
    d = c;
    c = std::rotl(b, 30);
    b = a;
    a = next;
  }
  state_ = {state_[0] + a, state_[1] + b, state_[2] + c, state_[3] + d, state_[4] + e};
}

void Sha1::update(std::string_view bytes) {
  while (!bytes.empty()) {
    const std::size_t held = bytes_ % kBlockBytes;
    const std::string_view taken = bytes.substr(0, kBlockBytes - held);
    std::copy(taken.begin(), taken.end(), rest_.begin() + static_cast<std::ptrdiff_t>(held));
    bytes_ += taken.size();
    bytes.remove_prefix(taken.size());
    if (bytes_ % kBlockBytes == 0) take_block(rest_.data());
  }
}

Sha1::Digest Sha1::finish() {
  const std::uint64_t bits = bytes_ * 8;
  update("\x80");
  while (bytes_ % kBlockBytes != kBlockBytes - kLengthBytes) update(std::string_view("\0", 1));
  std::string length;
  for (int shift = 56; shift >= 0; shift -= 8) length += static_cast<char>(bits >> shift);
  update(length);
  Digest digest{};
  for (std::size_t i = 0; i < digest.size(); ++i) {
    digest[i] = static_cast<std::uint8_t>(state_[i / 4] >> (24 - 8 * (i % 4)));
  }
  return digest;
}

Sha1::Digest sha1(std::string_view bytes) {
  Sha1 sha1;
  sha1.update(bytes);
  return sha1.finish();
}

std::string hex(const Sha1::Digest& digest) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string out;
  for (const std::uint8_t byte : digest) out += {kDigits[byte >> 4], kDigits[byte & 15]};
  return out;
}

std::string base32(const Sha1::Digest& digest) {
  constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  std::string out;
  std::uint32_t bits = 0;
  int count = 0;
  for (const std::uint8_t byte : digest) {
    bits = bits << 8 | byte;
    for (count += 8; count >= 5; count -= 5) out += kDigits[bits >> (count - 5) & 31];
  }
  return out;
}

}  // namespace thresh::base
