// Between the network's thread and those who add URLs and take pages: bounded both ways.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>

#include "fetch/job.hpp"
#include "thresh/fetch.hpp"

namespace thresh::fetch {

class Results {
 public:
  // wake: called on the callers' threads when there is news for the network's.
  Results(bool ordered, std::size_t parallel, std::function<void()> wake)
      : ordered_(ordered), parallel_(parallel), wake_(std::move(wake)) {}

  // For the callers' threads. push(): waits for room; false if no more are taken.
  bool push(std::unique_ptr<Job> job);
  void close();
  void stop();
  std::optional<Fetched> next();
  FetchProgress progress() const;
  std::optional<Error> failure() const;

  // For the network's thread.
  std::deque<std::unique_ptr<Job>> take_added();
  bool stopped() const;
  bool exhausted() const;  // nothing will be added, and all that was is taken
  bool may_start(const Job& job, std::size_t under_way);  // false: wakes when it may
  void put(Fetched fetched);
  void set_in_flight(std::size_t count);
  void fail(Error error);  // stops; the first error counts
  void end();              // nothing more comes

 private:
  const bool ordered_;
  const std::size_t parallel_;
  const std::function<void()> wake_;

  mutable std::mutex mutex_;  // guards what follows
  std::condition_variable room_;
  std::condition_variable arrived_;
  std::deque<std::unique_ptr<Job>> added_;
  std::map<std::size_t, Fetched> waiting_;  // by number
  std::size_t waiting_bytes_ = 0;
  std::size_t delivered_ = 0;
  FetchProgress progress_;
  std::optional<Error> failure_;
  bool held_back_ = false;  // a job that may not start yet
  bool stopped_ = false;
  bool ended_ = false;
};

}  // namespace thresh::fetch
