// Document and Decisions → Metadata, each field with its source. What is read, and in which order,
// is the table in sources.cpp.
//
// In: the page's URL (may be empty) to make links absolute and to name the site.
#pragma once

#include <string_view>

#include "judge/decision.hpp"
#include "page/document.hpp"
#include "thresh/article.hpp"

namespace thresh::metadata {

Metadata resolve(const page::Document& document, const judge::Decisions& decisions,
                 std::string_view base_url);

}  // namespace thresh::metadata
