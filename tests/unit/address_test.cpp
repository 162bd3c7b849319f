#include "judge/address.hpp"

#include <doctest/doctest.h>

#include <string_view>

#include "base/words.hpp"

using namespace thresh;

namespace {

judge::Address address_of(std::string_view text) {
  std::vector<std::uint32_t> words;
  base::WordReader reader(text);
  for (std::string_view word = reader.next(); !word.empty(); word = reader.next()) {
    words.push_back(base::word_hash(word));
  }
  return judge::count_address(words);
}

}  // namespace

TEST_CASE("words of the site for itself and for its reader are told apart, in any case") {
  const judge::Address address = address_of("Our paper needs you. Will YOU help us?");
  CHECK(address.we == 2);
  CHECK(address.you == 2);
}

TEST_CASE("other languages count as well") {
  CHECK(address_of("Unterstützen Sie unsere Arbeit").we == 1);
  CHECK(address_of("Nous avons besoin de vous").you == 1);
}

TEST_CASE("a report speaks of neither") {
  const judge::Address address = address_of("The mayor said that the bridge would stay closed.");
  CHECK(address.we == 0);
  CHECK(address.you == 0);
}
