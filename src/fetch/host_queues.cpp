#include "fetch/host_queues.hpp"

#include <algorithm>

namespace thresh::fetch {

// What a host's limits go by: its name, whatever the scheme and port.
HostQueues::Host& HostQueues::host(const std::string& name) {
  Host& host = hosts_[name];
  host.name = name;
  return host;
}

void HostQueues::unlist(Host& host) {
  if (host.in_timed) timed_.erase({*host.in_timed, &host});
  if (host.in_ready) ready_.erase({*host.in_ready, &host});
  host.in_timed.reset();
  host.in_ready.reset();
}

// A host with a free slot waits for its time first, also when it has no jobs: then it is forgotten.
void HostQueues::list(Host& host) {
  unlist(host);
  if (host.active >= per_host_) return;
  if (host.jobs.empty() && host.active > 0) return;
  host.in_timed = std::max(host.paced_until, host.blocked_until);
  timed_.emplace(*host.in_timed, &host);
}

void HostQueues::wake(Clock::time_point now) {
  while (!timed_.empty() && timed_.begin()->first <= now) {
    Host& host = *timed_.begin()->second;
    unlist(host);
    if (host.jobs.empty()) {
      hosts_.erase(std::string(host.name));
      continue;
    }
    host.in_ready = host.jobs.begin()->first;
    ready_.emplace(*host.in_ready, &host);
  }
}

void HostQueues::add(std::unique_ptr<Job> job) {
  Host& queue = host(job->target.host);
  const std::size_t order = job->order;
  queue.jobs.emplace(order, std::move(job));
  ++waiting_;
  list(queue);
}

const Job* HostQueues::next(Clock::time_point now) {
  wake(now);
  return ready_.empty() ? nullptr : ready_.begin()->second->jobs.begin()->second.get();
}

std::unique_ptr<Job> HostQueues::take(Clock::time_point now) {
  wake(now);
  if (ready_.empty()) return nullptr;
  Host& host = *ready_.begin()->second;
  std::unique_ptr<Job> job = std::move(host.jobs.begin()->second);
  host.jobs.erase(host.jobs.begin());
  --waiting_;
  ++host.active;
  host.paced_until = now + delay_of(host.name);
  list(host);
  return job;
}

void HostQueues::released(const std::string& name, Clock::time_point now, bool paced) {
  Host& queue = host(name);
  --queue.active;
  if (!paced) queue.paced_until = now;
  if (paced && per_host_ == 1) queue.paced_until = now + delay_of(name);
  list(queue);
}

void HostQueues::slow_down(const std::string& host, Clock::duration delay) {
  if (delay > delay_) longer_delays_[host] = delay;
}

Clock::duration HostQueues::delay_of(const std::string& host) const {
  const auto longer = longer_delays_.find(host);
  return longer == longer_delays_.end() ? delay_ : longer->second;
}

void HostQueues::block(const std::string& name, Clock::time_point until) {
  Host& queue = host(name);
  queue.blocked_until = std::max(queue.blocked_until, until);
  list(queue);
}

Clock::time_point HostQueues::next_time() const {
  for (const auto& [time, host] : timed_) {
    if (!host->jobs.empty()) return time;
  }
  return Clock::time_point::max();
}

void HostQueues::drop(const std::function<bool(const Job&)>& is_unwanted) {
  for (auto& [name, host] : hosts_) {
    waiting_ -= std::erase_if(host.jobs, [&](const auto& row) { return is_unwanted(*row.second); });
    list(host);
  }
}

}  // namespace thresh::fetch
