// What a page's site is called, to cut its name off titles.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "metadata/facts.hpp"

namespace thresh::metadata {

class SiteNames {
 public:
  explicit SiteNames(const Facts& facts);

  bool empty() const { return names_.empty() && domain_.empty(); }

  // `text` is the site's name.
  bool match(std::string_view text) const;

  // The same, but part of the name will do, and so will a few words more: "Example News Online".
  bool match_loosely(std::string_view text) const;

  // `title` without the site's name at its end or start: "Headline" of "Headline - The Site".
  std::string_view cut(std::string_view title) const;

 private:
  std::vector<std::string> names_;  // letters and digits only, lower case
  std::string domain_;              // "example" of "www.example.co.uk"
};

}  // namespace thresh::metadata
