#include "batch/web.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/url.hpp"
#include "base/utf8.hpp"
#include "batch/url_list.hpp"

namespace thresh::batch {
namespace {

// A URL as records and messages have it.
std::string shown(std::string_view url) { return base::valid_utf8(base::without_credentials(url)); }

Record record_of(Fetched fetched, bool named) {
  Record record;
  record.source = base::valid_utf8(fetched.source);
  record.id = record.source;
  record.named = named;
  record.url = base::valid_utf8(fetched.http.final_url);
  record.content_type = std::move(fetched.content_type);
  record.http = std::move(fetched.http);
  record.http->final_url = record.url;
  record.load = [page = std::move(fetched.page)]() mutable { return std::move(page); };
  return record;
}

}  // namespace

WebSource::WebSource(WebInput input, Fetcher fetcher)
    : input_(std::move(input)), fetcher_(std::move(fetcher)) {
  if (input_.is_done) {
    std::erase_if(input_.names, [this](const std::string& name) {
      return is_url(name) && input_.is_done(shown(name));
    });
  }
  std::copy_if(input_.names.begin(), input_.names.end(), std::back_inserter(urls_), is_url);
  feeder_ = std::thread([this] { feed(); });
}

WebSource::~WebSource() {
  stop();
  feeder_.join();
}

void WebSource::stop() {
  stopped_ = true;
  fetcher_.stop();
}

// The Fetcher takes some thousand URLs at a time, so lists need not fit into memory.
void WebSource::feed() {
  bool more = true;
  for (std::size_t i = 0; more && i < urls_.size(); ++i) {
    more = fetcher_.add(urls_[i], input_.named_obey_robots);
  }
  if (input_.list >= 0) {
    UrlList list(input_.list, stopped_);
    while (more) {
      const std::optional<std::string> url = list.next();
      if (!url) break;
      if (input_.is_done && input_.is_done(shown(*url))) continue;
      more = fetcher_.add(*url, input_.listed_obey_robots);
    }
  }
  fetcher_.close();
}

std::optional<Record> WebSource::next() {
  for (;;) {
    if (file_) {
      if (std::optional<Record> record = file_->next()) return record;
      file_.reset();
    }
    if (stopped_ || at_ == input_.names.size()) return next_fetched();
    const std::string& name = input_.names[at_++];
    if (is_url(name)) return next_fetched();
    file_.emplace(std::vector<std::string>{name}, input_.input, input_.max_bytes);
  }
}

std::optional<Record> WebSource::next_fetched() {
  std::optional<Fetched> fetched = fetcher_.next();
  if (!fetched) return std::nullopt;
  if (input_.on_page) input_.on_page(*fetched);
  const bool named = fetched->number < urls_.size();
  return record_of(std::move(*fetched), named);
}

}  // namespace thresh::batch
