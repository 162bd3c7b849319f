// Where answers are kept besides being handed out: the cache and the archive, if there are any.
#pragma once

#include <optional>

#include "fetch/answer.hpp"
#include "fetch/cache_entry.hpp"
#include "fetch/http_cache.hpp"
#include "fetch/job.hpp"
#include "fetch/warc_writer.hpp"
#include "thresh/fetch.hpp"

namespace thresh::fetch {

class Store {
 public:
  // Errors are kIo.
  static Result<Store> open(const FetchOptions& options);

  // The page that the cache has for what the job asks next. Pages that are asked for with
  // credentials are not cached: the cache would give them to whoever asks without.
  std::optional<CacheEntry> find(const Job& job);

  // Takes an answer that came whole. An error: it is not kept.
  std::optional<Error> keep(const Job& job, const Answer& answer);

 private:
  bool is_cacheable(const Job& job) const;

  bool has_secrets_ = false;
  std::optional<HttpCache> cache_;
  std::optional<WarcWriter> warc_;
};

// Makes the answer "it has not changed" the page that it speaks of.
void take_cached(Answer& answer, CacheEntry entry);

}  // namespace thresh::fetch
