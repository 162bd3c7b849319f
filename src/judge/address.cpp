#include "judge/address.hpp"

#include <bitset>
#include <string_view>
#include <unordered_map>

#include "base/words.hpp"

namespace thresh::judge {
namespace {

using Who = std::uint32_t Address::*;

class AddressTable {
 public:
  AddressTable() {
#define THRESH_ADDRESS(who, words) add(&Address::who, words);
#include "judge/address.inc"
#undef THRESH_ADDRESS
  }

  void count(std::uint32_t word, Address& address) const {
    if (!filter_.test(word % kFilterBits)) return;
    const auto row = rows_.find(word);
    if (row != rows_.end()) ++(address.*row->second);
  }

 private:
  void add(Who who, std::string_view words) {
    base::WordReader reader(words);
    for (std::string_view word = reader.next(); !word.empty(); word = reader.next()) {
      const std::uint32_t hash = base::word_hash(word);
      rows_.emplace(hash, who);
      filter_.set(hash % kFilterBits);
    }
  }

  // Tells most words that are none in one look.
  static constexpr std::size_t kFilterBits = 4096;

  std::unordered_map<std::uint32_t, Who> rows_;
  std::bitset<kFilterBits> filter_;
};

}  // namespace

Address count_address(const std::vector<std::uint32_t>& words) {
  static const AddressTable table;
  Address address;
  for (const std::uint32_t word : words) table.count(word, address);
  return address;
}

}  // namespace thresh::judge
