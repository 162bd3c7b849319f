// Does what the command line says.
#pragma once

#include "cli/args.hpp"
#include "cli/io.hpp"
#include "cli/page_work.hpp"

namespace thresh::cli {

// Returns the exit status.
int run(const Args& args, const Io& io, const Extractor& extract);

// The whole command: parses, and reports what does not parse.
int run_command(int argc, const char* const* argv, const Io& io, const Extractor& extract);

}  // namespace thresh::cli
