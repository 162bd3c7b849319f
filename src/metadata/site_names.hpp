// What a page's site is called, to cut its name off titles.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "metadata/json_ld.hpp"
#include "page/document.hpp"

namespace thresh::metadata {

class SiteNames {
 public:
  SiteNames(const page::Document& document, const JsonLd& json_ld, std::string_view page_url);

  bool empty() const { return names_.empty() && domain_.empty(); }

  // `text` is the site's name.
  bool match(std::string_view text) const;

  // The same, but part of the name will do, and so will a few words more: "Example News Online".
  bool match_loosely(std::string_view text) const;

  // `title` without the site's name at its end or start: "Headline" of "Headline - The Site".
  std::string_view cut(std::string_view title) const;

 private:
  bool is_behind(std::string_view title, std::size_t end_of_separator,
                 std::string_view separator) const;

  std::vector<std::string> names_;  // letters and digits only, lower case
  std::string domain_;              // "example" of "www.example.co.uk"
};

}  // namespace thresh::metadata
