#include "fetch/robots_cache.hpp"

#include <utility>

namespace thresh::fetch {
namespace {

constexpr std::size_t kMaxOrigins = 10'000;

}  // namespace

const Robots* RobotsCache::find(const std::string& origin) const {
  const auto found = entries_.find(origin);
  return found == entries_.end() || !found->second.rules ? nullptr : &*found->second.rules;
}

bool RobotsCache::wait(std::unique_ptr<Job> job) {
  Entry& entry = entries_[job->target.origin()];
  entry.waiting.push_back(std::move(job));
  return entry.waiting.size() == 1;
}

std::vector<std::unique_ptr<Job>> RobotsCache::store(const std::string& origin, Robots rules) {
  // Seldom: a run that meets so many hosts asks again.
  if (entries_.size() > kMaxOrigins) {
    std::erase_if(entries_, [](const auto& entry) { return entry.second.rules.has_value(); });
  }
  Entry& entry = entries_[origin];
  entry.rules = std::move(rules);
  return std::exchange(entry.waiting, {});
}

bool RobotsCache::is_awaited(const std::string& origin) const {
  const auto found = entries_.find(origin);
  return found != entries_.end() && !found->second.waiting.empty();
}

void RobotsCache::drop(const std::function<bool(const Job&)>& is_unwanted) {
  for (auto& [origin, entry] : entries_) {
    std::erase_if(entry.waiting, [&](const auto& job) { return is_unwanted(*job); });
  }
  std::erase_if(entries_, [](const auto& entry) {
    return !entry.second.rules && entry.second.waiting.empty();
  });
}

}  // namespace thresh::fetch
