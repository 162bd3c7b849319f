#include "batch/pool.hpp"

#include <condition_variable>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace thresh::batch {
namespace {

class Pool {
 public:
  Pool(Source& source, const Work& work, Sink& sink, int jobs)
      : source_(source),
        work_(work),
        sink_(sink),
        jobs_(jobs),
        done_(kRecordsPerJob * static_cast<std::size_t>(jobs)) {}

  void run() {
    std::vector<std::thread> threads;
    try {
      for (int i = 1; i < jobs_; ++i) threads.emplace_back([this] { take_work_deliver(); });
    } catch (const std::system_error&) {  // no more threads to be had: go on with those there are
    }
    take_work_deliver();
    for (std::thread& thread : threads) thread.join();
  }

 private:
  struct Ticket {
    std::size_t number;
    Record record;
  };

  void take_work_deliver() {
    while (const std::optional<Ticket> ticket = take()) {
      deliver(ticket->number, work_(ticket->record));
    }
  }

  // Waits for room, then for the source. Whoever waits here holds up only those who would take too.
  std::optional<Ticket> take() {
    const std::lock_guard taking(source_mutex_);
    {
      std::unique_lock lock(mutex_);
      room_.wait(lock, [this] { return ended_ || taken_ - written_ < done_.size(); });
      if (ended_) return std::nullopt;
    }
    std::optional<Record> record = source_.next();
    const std::lock_guard lock(mutex_);
    if (!record) ended_ = true;
    if (ended_) return std::nullopt;
    return Ticket{taken_++, std::move(*record)};
  }

  // Leaves the outcome in its place; whoever fills the place whose turn it is writes it, and all
  // that are ready behind it, without holding up those who come to leave theirs.
  void deliver(std::size_t number, Outcome outcome) {
    std::unique_lock lock(mutex_);
    done_[number % done_.size()] = std::move(outcome);
    if (writing_) return;
    writing_ = true;
    while (std::optional<Outcome> next = std::exchange(done_[written_ % done_.size()], {})) {
      if (!refused_) {
        lock.unlock();
        const bool more = sink_.put(std::move(*next));
        lock.lock();
        if (!more) refused_ = ended_ = true;
      }
      ++written_;
      room_.notify_one();
    }
    writing_ = false;
  }

  Source& source_;
  const Work& work_;
  Sink& sink_;
  const int jobs_;

  std::mutex source_mutex_;  // taken before mutex_

  std::mutex mutex_;  // guards what follows
  std::condition_variable room_;
  std::vector<std::optional<Outcome>> done_;  // record n has place n % size
  std::size_t taken_ = 0;
  std::size_t written_ = 0;
  bool writing_ = false;  // someone is at the sink
  bool refused_ = false;  // the sink wants no more
  bool ended_ = false;    // nothing more is taken
};

}  // namespace

void run_pool(Source& source, const Work& work, Sink& sink, int jobs) {
  Pool(source, work, sink, jobs).run();
}

}  // namespace thresh::batch
