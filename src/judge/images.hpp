// The images that belong to the body: those whose surroundings were kept, no icons, each once.
#pragma once

#include <cstdint>
#include <vector>

#include "judge/decision.hpp"
#include "judge/links.hpp"
#include "page/document.hpp"
#include "thresh/article.hpp"

namespace thresh::judge {

// kept: for each of Article::blocks its first block in the Document, in page order.
std::vector<Image> body_images(const page::Document& document, const Decisions& decisions,
                               const std::vector<std::uint32_t>& kept, LinkResolver& links);

}  // namespace thresh::judge
