// Who wrote a page: JSON-LD, metas, marked-up links and the byline near the headline.
#pragma once

#include "metadata/facts.hpp"
#include "thresh/article.hpp"

namespace thresh::metadata {

ListField resolve_authors(const Facts& facts);

}  // namespace thresh::metadata
