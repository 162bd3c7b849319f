// Document and Decisions → the blocks and images of the Article, the public type that owns its
// strings.
//
// In: one Decision a block. Out: body and stripped blocks in page order; between them they hold
// every word of the Document. Never: decides what is kept.
#pragma once

#include <string_view>

#include "judge/decision.hpp"
#include "page/document.hpp"
#include "thresh/article.hpp"

namespace thresh::judge {

// Fills blocks, boilerplate, images and word_count of `article`. Links and images are made absolute
// against base_url where it is not empty; links to other schemes than http, https and mailto are
// dropped, their words kept.
//
// The cells of a data table become one block where they were decided alike, and neighbours that
// were stripped for the same reason become one, a line each.
void assemble(Article& article, const page::Document& document, const Decisions& decisions,
              std::string_view base_url);

}  // namespace thresh::judge
