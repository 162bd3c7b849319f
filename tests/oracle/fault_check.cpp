// Linked with a faulty copy of a source: ends with 1 if the oracle sees the fault, else with 0.
#include <iostream>

#include "oracle/comparison.hpp"
#include "oracle/soup.hpp"

int main() {
  using namespace thresh::oracle;
  constexpr int kMostSoups = 20'000;
  Soup soup(1);
  Soup nested_soup(1);
  Comparison comparison;
  for (int i = 0; i < kMostSoups && comparison.wrong == 0; ++i) {
    comparison.add(soup.tags(40), "soup " + std::to_string(i));
    comparison.add(nested_soup.nested(40), "nested soup " + std::to_string(i));
  }
  std::cout << comparison.summary() << '\n' << comparison.first_wrong << '\n';
  return comparison.wrong > 0 ? 1 : 0;
}
