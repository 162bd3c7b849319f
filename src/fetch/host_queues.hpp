// Jobs in a queue for each host, and when each host may be asked again. Knows no network and no
// clock: the caller says what time it is.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

#include "fetch/job.hpp"

namespace thresh::fetch {

class HostQueues {
 public:
  // per_host: transfers at a time to a host. delay: between the end of one (with several at a time,
  // the start) and the start of the next.
  HostQueues(int per_host, Clock::duration delay) : per_host_(per_host), delay_(delay) {}

  void add(std::unique_ptr<Job> job);

  // The job that is first in order among those whose host may be asked now; null if there is none.
  // Each job taken is to be given back by released(), for the same host.
  std::unique_ptr<Job> take(Clock::time_point now);

  // The job that take() would return.
  const Job* next(Clock::time_point now);

  // A transfer to the host has ended. Not paced: the next need not wait for the delay.
  void released(const std::string& host, Clock::time_point now, bool paced);

  // The host is not asked before `until`.
  void block(const std::string& host, Clock::time_point until);

  // The host wants at least this delay from now on.
  void slow_down(const std::string& host, Clock::duration delay);

  // When a job that is waiting now may be taken, if nothing is released before; max(): never.
  Clock::time_point next_time() const;

  std::size_t waiting() const { return waiting_; }
  void drop(const std::function<bool(const Job&)>& is_unwanted);

 private:
  struct Host {
    std::string name;
    std::map<std::size_t, std::unique_ptr<Job>> jobs;  // by order
    int active = 0;
    Clock::time_point paced_until = Clock::time_point::min();
    Clock::time_point blocked_until = Clock::time_point::min();
    // Where it stands in timed_ or ready_, if it stands there.
    std::optional<Clock::time_point> in_timed;
    std::optional<std::size_t> in_ready;
  };

  Host& host(const std::string& name);
  Clock::duration delay_of(const std::string& host) const;
  void unlist(Host& host);
  void list(Host& host);
  void wake(Clock::time_point now);

  const int per_host_;
  const Clock::duration delay_;
  std::unordered_map<std::string, Host> hosts_;
  std::unordered_map<std::string, Clock::duration> longer_delays_;  // of hosts that want them
  std::set<std::pair<Clock::time_point, Host*>> timed_;             // waiting for their time
  std::set<std::pair<std::size_t, Host*>> ready_;  // by the order of their first job
  std::size_t waiting_ = 0;
};

}  // namespace thresh::fetch
