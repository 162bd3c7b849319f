// The oracle: does what was written hold the article, all of it and nothing else?
#pragma once

#include <string>
#include <string_view>

#include "thresh/article.hpp"
#include "thresh/options.hpp"
#include "thresh/write.hpp"

namespace thresh::test {

// The first difference between the article and what a reader of `output` sees; empty if none.
std::string fault_in(const Article& article, Format format, const WriteOptions& options,
                     std::string_view output);

// Each combination of switches, or none, the default and all of them.
enum class Switches { kAll, kFew };

// Writes the article in all formats with the switches and checks each output; the first fault, with
// the output that has it, or empty.
std::string first_fault(const Article& article, Switches switches);

}  // namespace thresh::test
