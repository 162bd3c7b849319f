// extract() with a model of the caller's: src/train judges each page by a model that was trained
// without it.
#pragma once

#include "judge/model.hpp"
#include "thresh/extract.hpp"

namespace thresh {

Result<Article> extract_with(const Page& page, const ExtractOptions& options,
                             const judge::Model& model);

}  // namespace thresh
