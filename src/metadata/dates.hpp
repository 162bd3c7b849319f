// When a page was published and modified, by the evidence it has: JSON-LD, metas, marked-up and
// written dates near the headline, the URL.
#pragma once

#include "metadata/facts.hpp"
#include "thresh/article.hpp"

namespace thresh::metadata {

struct Dates {
  Field published;
  Field modified;
};
Dates resolve_dates(const Facts& facts);

// Tomorrow by the system's clock: somewhere it is that day already.
Date tomorrow();

}  // namespace thresh::metadata
