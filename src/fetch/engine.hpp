// The thread that drives all transfers through libcurl's multi interface.
#pragma once

#include <atomic>
#include <cstddef>
#include <memory>
#include <random>
#include <string>
#include <thread>
#include <unordered_map>

#include "fetch/handles.hpp"
#include "fetch/host_queues.hpp"
#include "fetch/job.hpp"
#include "fetch/results.hpp"
#include "fetch/robots_cache.hpp"
#include "fetch/setup.hpp"
#include "fetch/step.hpp"
#include "fetch/store.hpp"
#include "thresh/fetch.hpp"

namespace thresh {

class Fetcher::Engine {
 public:
  Engine(std::unique_ptr<fetch::Setup> setup, fetch::Store store);
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;
  ~Engine();

  bool add(std::string_view url, bool obey_robots);
  void close() { results_.close(); }
  void stop() { results_.stop(); }
  std::optional<Fetched> next() { return results_.next(); }
  FetchProgress progress() const { return results_.progress(); }
  std::optional<Error> failure() const { return results_.failure(); }

 private:
  using JobPtr = std::unique_ptr<fetch::Job>;

  void run();
  bool turn();
  void drop_unstarted();
  void accept_added();
  void route(JobPtr job);
  void fetch_robots(const fetch::Target& page);
  void start_ready();
  void start(JobPtr job);
  void begin(JobPtr job);
  bool collect();
  void answered(JobPtr job, fetch::Answer answer);
  void follow(JobPtr job, fetch::Target to);
  void end(JobPtr job, fetch::Answer answer, const fetch::Step& step);
  void finish(JobPtr job, fetch::Answer answer, const fetch::Step& step);
  void finish_robots(JobPtr job, const fetch::Answer& answer, bool failed);
  int wait_ms() const;

  const std::unique_ptr<fetch::Setup> setup_;
  const fetch::Multi multi_;
  fetch::Results results_;
  std::atomic<bool> quitting_ = false;

  // Of the thread alone.
  fetch::Store store_;
  fetch::HostQueues queues_;
  fetch::RobotsCache robots_;
  std::unordered_map<CURL*, JobPtr> active_;
  std::size_t robots_jobs_ = 0;
  std::size_t under_way_ = 0;  // pages that have been asked for and are not finished
  bool stopping_ = false;      // only what is under way is left
  std::mt19937 random_{std::random_device{}()};

  std::thread thread_;  // last: starts when all is there
};

}  // namespace thresh
