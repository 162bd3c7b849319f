#include "fetch/store.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/ascii.hpp"

namespace thresh::fetch {
namespace {

constexpr int kOk = 200;

// Whether the server says that its answer is for this time, or for this request, alone.
bool may_be_kept(const Answer& answer) {
  const std::string control = base::lower(answer.header("cache-control"));
  return control.find("no-store") == std::string::npos && answer.header("vary") != "*";
}

CacheEntry entry_of(const Job& job, const Answer& answer) {
  CacheEntry entry;
  entry.url = job.target.url;
  entry.etag = answer.header("etag");
  entry.last_modified = answer.header("last-modified");
  entry.content_type = answer.header("content-type");
  entry.body = answer.body;
  return entry;
}

Exchange exchange_of(const Job& job, const Answer& answer) {
  Exchange exchange;
  exchange.url = job.target.url;
  exchange.ip = answer.ip;
  exchange.unix_time = answer.unix_time;
  exchange.request_head = answer.request_head;
  exchange.head = answer.head;
  exchange.body = answer.body;
  exchange.decompressed = !answer.header("content-encoding").empty();
  exchange.cut = answer.cut;
  return exchange;
}

}  // namespace

Result<Store> Store::open(const FetchOptions& options) {
  Store store;
  store.has_secrets_ = !options.user.empty() || !options.cookie.empty() ||
                       !options.cookie_jar.empty() || !options.headers.empty();
  if (!options.cache_directory.empty()) {
    Result<HttpCache> cache = HttpCache::open(options.cache_directory);
    if (!cache) return cache.error();
    store.cache_.emplace(std::move(*cache));
  }
  if (!options.warc_file.empty()) {
    Result<WarcWriter> warc = WarcWriter::open(options.warc_file, "thresh/" THRESH_VERSION);
    if (!warc) return warc.error();
    store.warc_.emplace(std::move(*warc));
  }
  return store;
}

bool Store::is_cacheable(const Job& job) const {
  return cache_ && !has_secrets_ && !job.for_robots && job.target.user.empty();
}

std::optional<CacheEntry> Store::find(const Job& job) {
  return is_cacheable(job) ? cache_->find(job.target.url) : std::nullopt;
}

std::optional<Error> Store::keep(const Job& job, const Answer& answer) {
  if (answer.error) return std::nullopt;
  if (warc_) {
    if (std::optional<Error> error = warc_->write(exchange_of(job, answer))) return error;
  }
  if (!is_cacheable(job) || answer.status != kOk || answer.cut || !may_be_kept(answer)) {
    return std::nullopt;
  }
  return cache_->store(entry_of(job, answer));
}

void take_cached(Answer& answer, CacheEntry entry) {
  answer.status = kOk;
  answer.from_cache = true;
  if (answer.header("content-type").empty()) {
    answer.head += "Content-Type: " + entry.content_type + "\r\n";
  }
  answer.body = std::move(entry.body);
}

}  // namespace thresh::fetch
