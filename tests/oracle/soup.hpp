// Random mark-up that no page would hold, to make parsers disagree.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace thresh::oracle {

class Soup {
 public:
  explicit Soup(std::uint64_t seed) : random_(seed) {}

  // Tags of all kinds that tree construction knows, in any order, with texts, comments and worse
  // between.
  std::string tags(int count);

  // Elements that nest as they should, but for a mistake here and there.
  std::string nested(int count);

  // The page with stretches cut out, doubled or moved, and soup put in.
  std::string mutated(std::string_view page);

 private:
  std::size_t below(std::size_t bound) { return static_cast<std::size_t>(random_() % bound); }
  bool once_in(std::size_t times) { return below(times) == 0; }
  template <class List>
  std::string_view any_of(const List& list) {
    return list[below(std::size(list))];
  }

  std::string_view name();
  std::string tag();
  std::string attributes();
  std::string between();
  std::string mistake(const std::vector<std::string_view>& open_ends);
  void mutate(std::string& page);

  std::mt19937_64 random_;
};

}  // namespace thresh::oracle
