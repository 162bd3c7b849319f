// Worker threads between a source and a sink: each takes the next record, works on it and hands the
// outcome over. Outcomes leave in the order of the records, each as soon as its turn has come.
#pragma once

#include <cstddef>
#include <functional>

#include "batch/record.hpp"

namespace thresh::batch {

// Records in memory for each job: taken from the source and not yet with the sink.
inline constexpr std::size_t kRecordsPerJob = 4;

// Called from any thread, several at a time; must not throw.
using Work = std::function<Outcome(const Record&)>;

// Returns when the source is at its end or the sink wants no more. The calling thread is one of the
// `jobs` workers, so one job needs no thread. Should the system refuse threads, fewer work.
void run_pool(Source& source, const Work& work, Sink& sink, int jobs);

}  // namespace thresh::batch
