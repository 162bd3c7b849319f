// Counts the words by which a text speaks of "us" and to "you" (address.inc): prompts do both in
// almost every sentence, reports in quotations alone.
#pragma once

#include <cstdint>
#include <vector>

namespace thresh::judge {

struct Address {
  std::uint32_t we = 0;
  std::uint32_t you = 0;
};

// Of a text given as the hashes of its words (base::word_hash).
Address count_address(const std::vector<std::uint32_t>& words);

}  // namespace thresh::judge
