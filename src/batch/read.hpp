// Bytes of a page from a file or pipe, decompressed and bounded.
#pragma once

#include <cstddef>
#include <string>

#include "thresh/result.hpp"

namespace thresh::batch {

// Everything in the file, gunzipped if it begins as gzip does. Errors: kNoInput (missing, a
// directory, not readable), kTooLarge (more than max_bytes after gunzip; little more than that is
// ever read), kDamaged, kIo. The file may be a pipe.
Result<std::string> read_file(const std::string& path, std::size_t max_bytes);

// The same from an open descriptor, which stays open.
Result<std::string> read_descriptor(int descriptor, std::size_t max_bytes);

}  // namespace thresh::batch
