// The headline of a page, without the site's name.
#pragma once

#include "metadata/facts.hpp"
#include "thresh/article.hpp"

namespace thresh::metadata {

// What the page shows goes before what it declares, unless that is the site's name or a few words
// that nothing declared bears out ("News").
Field resolve_title(const Facts& facts);

}  // namespace thresh::metadata
