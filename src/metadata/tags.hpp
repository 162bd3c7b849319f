// What a page says it is about: keywords and tags.
#pragma once

#include "metadata/facts.hpp"
#include "thresh/article.hpp"

namespace thresh::metadata {

ListField resolve_tags(const Facts& facts);

}  // namespace thresh::metadata
