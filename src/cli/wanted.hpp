// Which pages are passed on: --only-with-metadata and --target-language.
#pragma once

#include <string>

#include "cli/args.hpp"
#include "thresh/article.hpp"

namespace thresh::cli {

// Why the page is not wanted, for people: "it has no date". Empty: it is.
std::string unwanted(const Article& article, const Args& args);

}  // namespace thresh::cli
