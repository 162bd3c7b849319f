// Authors as a page shows them to readers: where to look for them, and what surrounds their names.
#pragma once

#include <string>
#include <vector>

#include "metadata/facts.hpp"
#include "thresh/article.hpp"

namespace thresh::metadata {

inline constexpr std::size_t kMaxAuthors = 20;

// Adds those that are not there yet.
void add_names(ListField& list, std::vector<std::string> names);

// Nobody but the site itself.
bool is_site(const std::vector<std::string>& names, const SiteNames& site);

// Each reads one source; empty if it names nobody.
ListField from_marks(const Facts& facts);
ListField from_links(const Facts& facts);
ListField from_byline(const Facts& facts);
ListField from_class(const Facts& facts);
ListField from_judged_byline(const Facts& facts);
ListField from_signature(const Facts& facts);
ListField from_author_items(const Facts& facts);
ListField from_whole_page(const Facts& facts);

}  // namespace thresh::metadata
