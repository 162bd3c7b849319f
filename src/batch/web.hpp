// Files and URLs as one source of records: pages come from a Fetcher, which loads others meanwhile.
#pragma once

#include <atomic>
#include <functional>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "batch/files.hpp"
#include "batch/record.hpp"
#include "thresh/fetch.hpp"

namespace thresh::batch {

struct WebInput {
  std::vector<std::string> names;  // files, directories, "-" and URLs
  int input = 0;                   // the descriptor that "-" reads
  int list = -1;                   // the descriptor of a UrlList; -1: there is none
  std::size_t max_bytes = 0;       // of a file

  // Whether robots.txt is obeyed.
  bool named_obey_robots = false;
  bool listed_obey_robots = true;

  // URLs to leave out. Asked once for each, in their order, without credentials, on a thread of its
  // own or by the constructor. Empty: none.
  std::function<bool(const std::string& url)> is_done;

  // Sees each page as it was fetched, before its record is yielded. Empty: nobody does.
  std::function<void(const Fetched&)> on_page;
};

// Yields a record for each name and each page under a directory, in their order, then one for each
// URL of the list. From a Fetcher that is not ordered, URLs come as they arrive. Ends when the
// Fetcher is stopped.
class WebSource : public Source {
 public:
  WebSource(WebInput input, Fetcher fetcher);
  ~WebSource() override;

  std::optional<Record> next() override;

  // For any thread. stop(): what is in flight is finished and yielded, nothing more.
  void stop();
  FetchProgress progress() const { return fetcher_.progress(); }
  std::optional<Error> failure() const { return fetcher_.failure(); }

 private:
  void feed();
  std::optional<Record> next_fetched();

  WebInput input_;
  std::vector<std::string> urls_;  // of input_.names
  Fetcher fetcher_;
  std::size_t at_ = 0;              // in input_.names
  std::optional<FileSource> file_;  // the one being read
  std::atomic<bool> stopped_ = false;
  std::thread feeder_;  // last: starts when all is there
};

}  // namespace thresh::batch
