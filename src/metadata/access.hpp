// Whether the whole text of a page is open to everybody, by what the page declares and by how its
// text ends.
#pragma once

#include "metadata/facts.hpp"
#include "thresh/article.hpp"

namespace thresh::metadata {

AccessField resolve_access(const Facts& facts);

}  // namespace thresh::metadata
