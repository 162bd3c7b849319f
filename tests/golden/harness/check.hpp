// Holds what thresh made of a page against the page's facts. Every function returns its findings,
// a line or more for people each; none means that all is well.
#pragma once

#include <string>
#include <vector>

#include "golden/harness/fixture.hpp"

namespace thresh::golden {

// What thresh made of a page.
struct Output {
  std::string json;  // with the stripped blocks; what expected.json holds
  std::string text;
  std::string title;
  std::string verdict;
  std::vector<std::string> stripped;  // texts of the stripped blocks
};

using Findings = std::vector<std::string>;

// Everything but the known failures.
Findings check(const Fixture& fixture, const Output& output);

// The known failures that no longer fail.
Findings check_known_failures(const Fixture& fixture, const Output& output);

}  // namespace thresh::golden
