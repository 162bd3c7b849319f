// What an earlier run has done: the pages of a JSONL file.
#pragma once

#include <string>
#include <unordered_set>

#include "thresh/result.hpp"

namespace thresh::batch {

// The sources of the records in it that are of pages that were read. Others, failures and what a
// run that was killed left of a line, are taken out of the file, so that it can be appended to and
// no page has two records. A file that is missing holds none. Errors are kIo: also for a file with
// lines that are no records, which is not touched.
Result<std::unordered_set<std::string>> keep_done_records(const std::string& path);

}  // namespace thresh::batch
