// The text of an article that a page declares in JSON-LD and does not show: pages made by scripts,
// pages behind a dialog.
#pragma once

#include "metadata/facts.hpp"
#include "thresh/article.hpp"

namespace thresh::metadata {

// Where no article was found but JSON-LD holds one, makes its articleBody the body of `article`;
// what was kept of the page joins what was stripped. Else leaves `article` as it is.
void take_declared_body(Article& article, const Facts& facts);

}  // namespace thresh::metadata
