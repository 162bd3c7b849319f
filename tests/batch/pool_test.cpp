#include "batch/pool.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

using namespace thresh::batch;
using thresh::Error;
using thresh::ErrorCode;
using thresh::Result;

namespace {

// Records "0", "1" … that load as their own number; counts those that exist.
class Numbers : public Source {
 public:
  explicit Numbers(int count) : count_(count) {}

  std::optional<Record> next() override {
    CHECK_MESSAGE(!busy_.exchange(true), "the source is asked by two threads at once");
    const bool at_end = given_ == count_;
    Record record;
    if (!at_end) {
      record.id = std::to_string(given_++);
      record.load = [id = record.id] { return Result<std::string>(id); };
    }
    busy_ = false;
    if (at_end) return std::nullopt;
    return record;
  }

  int given() const { return given_; }

 private:
  const int count_;
  std::atomic<int> given_ = 0;
  std::atomic<bool> busy_ = false;
};

class Collector : public Sink {
 public:
  explicit Collector(std::size_t limit = SIZE_MAX) : limit_(limit) {}

  bool put(Outcome outcome) override {
    CHECK_MESSAGE(!busy_.exchange(true), "the sink is given two outcomes at once");
    ids.push_back(outcome.id);
    outputs.push_back(outcome.output);
    errors += outcome.error.has_value();
    busy_ = false;
    return ids.size() < limit_;
  }

  std::vector<std::string> ids;
  std::vector<std::string> outputs;
  int errors = 0;

 private:
  const std::size_t limit_;
  std::atomic<bool> busy_ = false;
};

// Takes longer for some records than for others, so that they overtake one another.
Outcome uneven_work(const Record& record) {
  Outcome outcome;
  outcome.id = record.id;
  Result<std::string> bytes = record.load();
  if (!bytes) {
    outcome.error = bytes.error();
    return outcome;
  }
  unsigned hash = static_cast<unsigned>(std::stoi(*bytes)) * 2654435761u;
  for (unsigned i = hash % 20000; i > 0; --i) hash = hash * 31 + i;
  outcome.output = *bytes + "/" + std::to_string(hash);
  return outcome;
}

std::vector<std::string> numbers_to(int count) {
  std::vector<std::string> out;
  for (int i = 0; i < count; ++i) out.push_back(std::to_string(i));
  return out;
}

}  // namespace

TEST_CASE("outcomes leave in input order and do not depend on the number of jobs") {
  constexpr int kCount = 1000;
  Collector alone;
  Numbers once(kCount);
  run_pool(once, uneven_work, alone, 1);
  CHECK(alone.ids == numbers_to(kCount));
  for (const int jobs : {2, 3, 8, 32}) {
    CAPTURE(jobs);
    Collector collector;
    Numbers numbers(kCount);
    run_pool(numbers, uneven_work, collector, jobs);
    CHECK(collector.ids == alone.ids);
    CHECK(collector.outputs == alone.outputs);
  }
}

TEST_CASE("nothing in, nothing out; fewer records than jobs") {
  for (const int count : {0, 1, 3}) {
    Collector collector;
    Numbers numbers(count);
    run_pool(numbers, uneven_work, collector, 8);
    CHECK(collector.ids == numbers_to(count));
  }
}

TEST_CASE("one job runs on the calling thread") {
  const std::thread::id caller = std::this_thread::get_id();
  int elsewhere = 0;
  Collector collector;
  Numbers numbers(10);
  const Work work = [&](const Record& record) {
    elsewhere += std::this_thread::get_id() != caller;
    return uneven_work(record);
  };
  run_pool(numbers, work, collector, 1);
  CHECK(elsewhere == 0);
  CHECK(collector.ids.size() == 10);
}

TEST_CASE("all jobs work at once") {
  constexpr int kJobs = 4;
  std::mutex mutex;
  std::condition_variable all_here;
  int here = 0;
  const Work work = [&](const Record& record) {  // ends only when four are inside together
    std::unique_lock lock(mutex);
    if (++here == kJobs) all_here.notify_all();
    all_here.wait(lock, [&] { return here >= kJobs; });
    return uneven_work(record);
  };
  Collector collector;
  Numbers numbers(kJobs);
  run_pool(numbers, work, collector, kJobs);
  CHECK(collector.ids == numbers_to(kJobs));
}

TEST_CASE("at most four records a job are in memory while the first is not done") {
  for (const int jobs : {2, 5}) {
    const int bound = static_cast<int>(kRecordsPerJob) * jobs;
    std::mutex mutex;
    std::condition_variable others_done;
    int done = 0;
    Collector collector;
    Numbers numbers(500);
    int given_meanwhile = 0;
    const Work work = [&](const Record& record) {
      std::unique_lock lock(mutex);
      if (record.id == "0") {  // holds the output up until all who may run have run
        others_done.wait(lock, [&] { return done == bound - 1; });
        given_meanwhile = numbers.given();
      } else {
        ++done;
        others_done.notify_one();
      }
      return uneven_work(record);
    };
    run_pool(numbers, work, collector, jobs);
    CHECK(given_meanwhile == bound);
    CHECK(collector.ids == numbers_to(500));
  }
}

TEST_CASE("an outcome is written as soon as its turn has come, not at the end") {
  Collector collector;
  Numbers numbers(100);
  std::size_t written_before_last = 0;
  const Work work = [&](const Record& record) {
    if (record.id == "99") written_before_last = collector.ids.size();
    return uneven_work(record);
  };
  run_pool(numbers, work, collector, 1);
  CHECK(written_before_last == 99);
}

TEST_CASE("a record that cannot be read yields its error in its place") {
  class Damaged : public Numbers {
   public:
    using Numbers::Numbers;
    std::optional<Record> next() override {
      std::optional<Record> record = Numbers::next();
      if (record && record->id.ends_with('7')) {
        record->load = [] {
          return Result<std::string>(Error{ErrorCode::kDamaged, "read", "not a page"});
        };
      }
      return record;
    }
  };
  Collector collector;
  Damaged source(200);
  run_pool(source, uneven_work, collector, 3);
  CHECK(collector.ids == numbers_to(200));
  CHECK(collector.errors == 20);
  CHECK(collector.outputs[17].empty());
  CHECK_FALSE(collector.outputs[18].empty());
}

TEST_CASE("a sink that refuses ends the run") {
  for (const int jobs : {1, 4}) {
    Collector collector(10);
    Numbers numbers(100000);
    run_pool(numbers, uneven_work, collector, jobs);
    CHECK(collector.ids == numbers_to(10));
    CHECK(numbers.given() <= 10 + static_cast<int>(kRecordsPerJob) * jobs);
  }
}

TEST_CASE("pools run side by side") {
  std::vector<std::thread> threads;
  std::vector<Collector> collectors(4);
  for (Collector& collector : collectors) {
    threads.emplace_back([&collector] {
      Numbers numbers(300);
      run_pool(numbers, uneven_work, collector, 2);
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const Collector& collector : collectors) CHECK(collector.ids == numbers_to(300));
}
