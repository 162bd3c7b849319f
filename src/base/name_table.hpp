// Finds the names of a table, known when compiling, in any case: a hash table made by the compiler.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/ascii.hpp"

namespace thresh::base {

template <std::size_t kCount>
class NameTable {
 public:
  static constexpr std::size_t kMissing = kCount;

  // The names are lower case, without doubles, and live longer than this.
  constexpr explicit NameTable(const std::string_view (&names)[kCount]) : names_(names) {
    slots_.fill(kEmpty);
    for (std::size_t i = 0; i < kCount; ++i) {
      std::size_t slot = hash(names[i]) % kSlots;
      while (slots_[slot] != kEmpty) slot = (slot + 1) % kSlots;
      slots_[slot] = static_cast<std::uint8_t>(i);
    }
  }

  // The index of `name` in the table, whatever its case; kMissing if it is not there.
  constexpr std::size_t find(std::string_view name) const {
    if (name.empty()) return kMissing;
    for (std::size_t slot = hash(name) % kSlots;; slot = (slot + 1) % kSlots) {
      const std::uint8_t index = slots_[slot];
      if (index == kEmpty) return kMissing;
      if (matches(names_[index], name)) return index;
    }
  }

 private:
  static constexpr std::uint8_t kEmpty = 0xFF;
  static constexpr std::size_t kSlots = 512;  // few collisions, and always an empty slot
  static_assert(kCount < kEmpty);

  // Length, first, middle and last letter tell HTML's names apart well enough.
  static constexpr std::size_t hash(std::string_view name) {
    const auto letter = [name](std::size_t at) {
      return static_cast<unsigned char>(name[at]) | 0x20U;
    };
    const std::size_t size = name.size();
    return ((letter(0) * 31 + letter(size / 2)) * 31 + letter(size - 1)) * 31 + size;
  }

  static constexpr bool matches(std::string_view lower_case, std::string_view any_case) {
    if (lower_case.size() != any_case.size()) return false;
    for (std::size_t i = 0; i < lower_case.size(); ++i) {
      if (lower_case[i] != lower(any_case[i])) return false;
    }
    return true;
  }

  const std::string_view* names_;
  std::array<std::uint8_t, kSlots> slots_{};
};

}  // namespace thresh::base
