// Finds the block that shows the headline: the heading that says what the page's title says.
#pragma once

#include <cstdint>
#include <vector>

#include "judge/hints.hpp"
#include "judge/texts.hpp"
#include "page/document.hpp"

namespace thresh::judge {

// page::kNone if no block looks like one. `body` is the container with most of the prose.
std::uint32_t find_headline(const page::Document& document, const Texts& texts,
                            const std::vector<LabelSet>& hints, std::uint32_t body);

}  // namespace thresh::judge
