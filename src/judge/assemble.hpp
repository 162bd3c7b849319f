// Document, Decisions and Metadata → Article, the public type that owns its strings.
#pragma once
#include <string_view>

#include "judge/decision.hpp"
#include "page/document.hpp"
#include "thresh/article.hpp"

namespace thresh::judge {

// Fills blocks, boilerplate, images and word_count of `article`. Links and images are made absolute
// against base_url where it is not empty; links to other schemes than http, https and mailto are
// dropped, their words kept.
void assemble(Article& article, const page::Document& document, const judge::Decisions& decisions,
              std::string_view base_url);

}  // namespace thresh::judge
