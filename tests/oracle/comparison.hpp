// Counts pages whose skeleton gives the tree of the page, another tree, or none.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "oracle/canonical.hpp"

namespace thresh::oracle {

struct Comparison {
  std::size_t pages = 0;
  std::size_t compared = 0;   // pages that have a skeleton
  std::size_t fell_back = 0;  // to the whole page
  std::size_t refused = 0;    // too complex for the whole page
  std::size_t cut = 0;        // not as Gumbo reads it, on purpose: Dom::has_cut
  std::size_t wrong = 0;
  std::size_t with_gumbo_bug = 0;
  std::string first_wrong;  // the first wrong page or soup: which, and where the trees part

  void add(std::string_view text, const std::string& name);
  std::string summary() const;
};

}  // namespace thresh::oracle
