// Whole reads and writes of files.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "thresh/result.hpp"

namespace thresh::fetch {

// nullopt if the file cannot be read or has more than max_bytes.
std::optional<std::string> read_whole(const std::string& path, std::size_t max_bytes);

// All of `bytes`, however often the system takes less. Returns errno; 0: done.
int write_all(int descriptor, std::string_view bytes);

// kIo, with the system's words for `number`.
Error file_error(const std::string& path, int number);

}  // namespace thresh::fetch
