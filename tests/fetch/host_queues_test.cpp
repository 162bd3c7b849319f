#include "fetch/host_queues.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <string>

using namespace thresh::fetch;
using namespace std::chrono_literals;

namespace {

constexpr Clock::time_point kStart{std::chrono::hours(1)};

std::unique_ptr<Job> job(std::size_t order, const std::string& host) {
  auto made = std::make_unique<Job>();
  made->order = order;
  made->target.host = host;
  return made;
}

// The order of the job that may start; -1: none.
int taken(HostQueues& queues, Clock::time_point now) {
  const std::unique_ptr<Job> job = queues.take(now);
  return job ? static_cast<int>(job->order) : -1;
}

}  // namespace

TEST_CASE("jobs start in order, one at a time for each host") {
  HostQueues queues(1, 0s);
  queues.add(job(3, "a"));
  queues.add(job(1, "a"));
  queues.add(job(2, "b"));
  CHECK(queues.waiting() == 3);
  CHECK(queues.next(kStart)->order == 1);
  CHECK(taken(queues, kStart) == 1);
  CHECK(taken(queues, kStart) == 2);
  CHECK(taken(queues, kStart) == -1);
  queues.released("a", kStart, true);
  CHECK(taken(queues, kStart) == 3);
  CHECK(queues.waiting() == 0);
}

TEST_CASE("after a transfer the host is left alone for the delay") {
  HostQueues queues(1, 10s);
  queues.add(job(1, "a"));
  queues.add(job(2, "a"));
  CHECK(taken(queues, kStart) == 1);
  queues.released("a", kStart + 5s, true);
  CHECK(taken(queues, kStart + 14s) == -1);
  CHECK(queues.next_time() == kStart + 15s);
  CHECK(taken(queues, kStart + 15s) == 2);
}

TEST_CASE("what was no page does not delay the next") {
  HostQueues queues(1, 10s);
  queues.add(job(1, "a"));
  queues.add(job(2, "a"));
  CHECK(taken(queues, kStart) == 1);
  queues.released("a", kStart, false);
  CHECK(taken(queues, kStart) == 2);
}

TEST_CASE("several transfers at a time start the delay apart") {
  HostQueues queues(2, 10s);
  for (const std::size_t order : {1, 2, 3}) queues.add(job(order, "a"));
  CHECK(taken(queues, kStart) == 1);
  CHECK(taken(queues, kStart + 9s) == -1);
  CHECK(taken(queues, kStart + 10s) == 2);
  CHECK(taken(queues, kStart + 30s) == -1);
  queues.released("a", kStart + 30s, true);
  CHECK(taken(queues, kStart + 30s) == 3);
}

TEST_CASE("a host that asks for a longer delay gets it, a shorter one does not count") {
  HostQueues queues(1, 10s);
  queues.slow_down("a", 60s);
  queues.slow_down("b", 1s);
  for (const std::size_t order : {1, 2}) {
    queues.add(job(order, "a"));
    queues.add(job(10 + order, "b"));
  }
  CHECK(taken(queues, kStart) == 1);
  CHECK(taken(queues, kStart) == 11);
  queues.released("a", kStart, true);
  queues.released("b", kStart, true);
  CHECK(taken(queues, kStart + 9s) == -1);
  CHECK(taken(queues, kStart + 10s) == 12);
  CHECK(taken(queues, kStart + 59s) == -1);
  CHECK(taken(queues, kStart + 60s) == 2);
}

TEST_CASE("a blocked host waits, the others do not") {
  HostQueues queues(1, 0s);
  queues.block("a", kStart + 60s);
  queues.add(job(1, "a"));
  queues.add(job(2, "b"));
  CHECK(taken(queues, kStart) == 2);
  CHECK(taken(queues, kStart + 59s) == -1);
  CHECK(taken(queues, kStart + 60s) == 1);
}

TEST_CASE("what is dropped is gone, the rest stays in its order") {
  HostQueues queues(1, 0s);
  for (const std::size_t order : {1, 2, 3}) queues.add(job(order, "a"));
  queues.add(job(4, "b"));
  queues.drop([](const Job& job) { return job.order != 2; });
  CHECK(queues.waiting() == 1);
  CHECK(taken(queues, kStart) == 2);
  CHECK(taken(queues, kStart) == -1);
  CHECK(queues.next_time() == Clock::time_point::max());
}
