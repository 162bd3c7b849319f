#include "fetch/results.hpp"

#include <utility>

namespace thresh::fetch {
namespace {

constexpr std::size_t kLookahead = 4096;            // URLs added and not handed out
constexpr std::size_t kRoomAgain = 3072;            // of them, for whoever waits to add more
constexpr std::size_t kMaxWaitingBytes = 32 << 20;  // of pages not handed out
constexpr std::size_t kWaitingPerTransfer = 4;

}  // namespace

bool Results::push(std::unique_ptr<Job> job) {
  std::unique_lock lock(mutex_);
  room_.wait(lock, [this] {
    return progress_.closed || stopped_ || progress_.added - delivered_ < kLookahead;
  });
  if (progress_.closed || stopped_) return false;
  job->number = progress_.added++;
  const bool is_news = added_.empty();
  added_.push_back(std::move(job));
  lock.unlock();
  if (is_news) wake_();
  return true;
}

void Results::close() {
  {
    const std::lock_guard lock(mutex_);
    progress_.closed = true;
    room_.notify_all();
  }
  wake_();
}

void Results::stop() {
  {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    added_.clear();
    room_.notify_all();
  }
  wake_();
}

std::optional<Fetched> Results::next() {
  std::unique_lock lock(mutex_);
  arrived_.wait(lock, [this] {
    if (ended_) return true;
    return !waiting_.empty() && (!ordered_ || waiting_.begin()->first == delivered_);
  });
  if (waiting_.empty()) return std::nullopt;
  Fetched fetched = std::move(waiting_.extract(waiting_.begin()).mapped());
  if (fetched.page) waiting_bytes_ -= fetched.page->size();
  ++delivered_;
  if (progress_.added - delivered_ <= kRoomAgain) room_.notify_all();
  const bool was_held_back = std::exchange(held_back_, false);
  lock.unlock();
  if (was_held_back) wake_();
  return fetched;
}

FetchProgress Results::progress() const {
  const std::lock_guard lock(mutex_);
  return progress_;
}

std::optional<Error> Results::failure() const {
  const std::lock_guard lock(mutex_);
  return failure_;
}

void Results::fail(Error error) {
  {
    const std::lock_guard lock(mutex_);
    if (!failure_) failure_ = std::move(error);
  }
  stop();
}

std::deque<std::unique_ptr<Job>> Results::take_added() {
  const std::lock_guard lock(mutex_);
  return std::exchange(added_, {});
}

bool Results::stopped() const {
  const std::lock_guard lock(mutex_);
  return stopped_;
}

bool Results::exhausted() const {
  const std::lock_guard lock(mutex_);
  return (progress_.closed || stopped_) && added_.empty();
}

// The URL whose turn it is may always start: it is what the others wait for.
bool Results::may_start(const Job& job, std::size_t under_way) {
  const std::lock_guard lock(mutex_);
  if (stopped_) return false;
  if (job.for_robots || job.attempts > 0 || job.number == delivered_) return true;
  held_back_ = waiting_.size() + under_way >= kWaitingPerTransfer * parallel_ ||
               waiting_bytes_ >= kMaxWaitingBytes;
  return !held_back_;
}

void Results::put(Fetched fetched) {
  const std::lock_guard lock(mutex_);
  ++progress_.finished;
  if (fetched.page) {
    waiting_bytes_ += fetched.page->size();
    progress_.bytes += fetched.page->size();
  } else {
    ++progress_.failed;
  }
  const std::size_t number = fetched.number;
  waiting_.emplace(number, std::move(fetched));
  arrived_.notify_all();
}

void Results::set_in_flight(std::size_t count) {
  const std::lock_guard lock(mutex_);
  progress_.in_flight = count;
}

void Results::end() {
  const std::lock_guard lock(mutex_);
  ended_ = stopped_ = true;
  arrived_.notify_all();
  room_.notify_all();
}

}  // namespace thresh::fetch
