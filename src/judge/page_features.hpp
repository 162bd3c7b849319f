// What a page is like as a whole, as hashes: what it says of itself, the names in its mark-up, its
// short texts, and its numbers. They tell how it is built (PageType).
#pragma once

#include "judge/hashed_features.hpp"
#include "judge/measures.hpp"
#include "page/document.hpp"

namespace thresh::judge {

// Each feature once. looks: hash_looks().
Hashes page_features(const page::Document& document, const Measures& measures,
                     const LookHashes& looks);

}  // namespace thresh::judge
