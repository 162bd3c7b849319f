// Articles made to confuse writers: texts of marks and near-marks, in any order of blocks.
#pragma once

#include <cstdint>

#include "thresh/article.hpp"

namespace thresh::test {

// The same seed gives the same article.
Article random_article(std::uint64_t seed);

}  // namespace thresh::test
