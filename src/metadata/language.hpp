// The language of a page: what it declares, checked against its text.
#pragma once

#include "metadata/facts.hpp"
#include "thresh/article.hpp"

namespace thresh::metadata {

Field resolve_language(const Facts& facts);

}  // namespace thresh::metadata
