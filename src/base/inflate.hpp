// gzip data → bytes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "thresh/result.hpp"

namespace thresh::base {

// Whether `bytes` begin as gzip data does.
bool is_gzip(std::string_view bytes);

// Unpacks all members of `bytes`; what follows the last one is ignored, as gzip does. Fails with
// kTooLarge past max_bytes of output, without unpacking more, and with kDamaged.
Result<std::string> gunzip(std::string_view bytes, std::size_t max_bytes);

}  // namespace thresh::base
