// The world as the command sees it: three descriptors and what is known of the terminal. Tests
// hand in files and pipes.
#pragma once

#include <cstddef>
#include <string_view>

#include "thresh/fetch.hpp"

namespace thresh::cli {

struct Io {
  int input = 0;
  int output = 1;
  int errors = 2;
  bool input_is_terminal = false;
  bool color = false;       // output is a terminal and NO_COLOR is not set
  std::size_t columns = 0;  // of the terminal that output is; 0: it is none
  bool errors_are_terminal = false;
  std::size_t errors_columns = 80;
  Proxies proxies;  // that the environment names
};

// The process's own.
Io standard_io();

// Writes all of it. 0, or the errno of what went wrong.
int write_all(int descriptor, std::string_view bytes);

}  // namespace thresh::cli
