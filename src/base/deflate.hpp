// Bytes → gzip data.
#pragma once

#include <string>
#include <string_view>

#include "thresh/result.hpp"

namespace thresh::base {

// One member that holds all of `bytes`. Members put one after the other are gzip data again. Fails
// with kTooComplex if there is no memory.
Result<std::string> gzip(std::string_view bytes);

}  // namespace thresh::base
