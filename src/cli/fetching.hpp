// A run that fetches: URLs as a source of the pool, with progress on a terminal and an orderly end
// on Ctrl-C.
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "batch/web.hpp"
#include "cli/args.hpp"
#include "cli/io.hpp"
#include "cli/output_names.hpp"
#include "cli/status_line.hpp"
#include "cli/target.hpp"

namespace thresh::cli {

// Whether a source is a URL or there is a list of them.
bool fetches(const Args& args);

class Fetching : public batch::Source {
 public:
  // Leaves out the URLs that the target holds already. Errors are kUsage, kIo and kNoInput. All
  // references must outlive it.
  static Result<std::unique_ptr<Fetching>> start(const Args& args, const Io& io, StatusLine& status,
                                                 Target& target);
  Fetching(const Fetching&) = delete;
  Fetching& operator=(const Fetching&) = delete;
  ~Fetching() override;

  std::optional<batch::Record> next() override { return source_->next(); }

  // Why pages could not be kept as they were fetched, if they could not.
  std::optional<Error> failure() const { return failure_ ? failure_ : source_->failure(); }

 private:
  Fetching(const Args& args, const Io& io, StatusLine& status);
  std::optional<Error> open_list(const std::string& name);
  void keep(const Fetched& fetched);
  bool shows_progress() const;
  void watch();

  const Args& args_;
  const Io& io_;
  StatusLine& status_;
  int list_ = -1;
  bool closes_list_ = false;
  OutputNames saved_names_{".html"};
  std::optional<Error> failure_;
  std::unique_ptr<batch::WebSource> source_;

  std::mutex mutex_;  // guards ended_
  std::condition_variable changed_;
  bool ended_ = false;
  std::thread watcher_;
};

}  // namespace thresh::cli
