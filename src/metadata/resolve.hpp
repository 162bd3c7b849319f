// Document and Decisions → Metadata, each field with its source. What is read, and in which order,
// is the table in sources.cpp; the title has rules of its own, in title.cpp.
//
// In: the page's URL, to name the site, and the base of its relative links; either may be empty.
// latest_date is ExtractOptions::latest_date.
// Never: a value with control characters or line ends.
#pragma once

#include <string_view>

#include "judge/decision.hpp"
#include "metadata/facts.hpp"
#include "page/document.hpp"
#include "thresh/article.hpp"

namespace thresh::metadata {

// What all of metadata is read from. Refers to its arguments; JSON-LD is parsed here, once.
Facts facts_of(const page::Document& document, const judge::Decisions& decisions,
               std::string_view page_url, std::string_view base_url,
               std::string_view latest_date = {});

Metadata resolve(const Facts& facts);

}  // namespace thresh::metadata
