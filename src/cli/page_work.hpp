// What a worker does with a record: load, extract, write as asked.
#pragma once

#include <cstddef>
#include <functional>

#include "batch/record.hpp"
#include "cli/args.hpp"
#include "cli/io.hpp"
#include "thresh/extract.hpp"

namespace thresh::cli {

// thresh::extract(), or what a test puts in its place.
using Extractor = std::function<Result<Article>(const Page&, const ExtractOptions&)>;

// Called from several threads at once. Whatever goes wrong is in the outcome.
batch::Outcome process(const batch::Record& record, const Args& args, const Io& io,
                       const Extractor& extract);

}  // namespace thresh::cli
