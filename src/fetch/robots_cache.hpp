// The robots.txt of each origin that a run meets, and the jobs that wait for one.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "fetch/job.hpp"
#include "fetch/robots.hpp"

namespace thresh::fetch {

class RobotsCache {
 public:
  // The rules of an origin; null if they are not known.
  const Robots* find(const std::string& origin) const;

  // Keeps the job until the rules of its target's origin are known. True if it is the first to
  // wait: then they are to be fetched.
  bool wait(std::unique_ptr<Job> job);

  // Returns the jobs that waited for them.
  std::vector<std::unique_ptr<Job>> store(const std::string& origin, Robots rules);

  // Whether a job waits for the rules of that origin.
  bool is_awaited(const std::string& origin) const;

  // Of the jobs that wait.
  void drop(const std::function<bool(const Job&)>& is_unwanted);

 private:
  struct Entry {
    std::optional<Robots> rules;
    std::vector<std::unique_ptr<Job>> waiting;
  };
  std::unordered_map<std::string, Entry> entries_;
};

}  // namespace thresh::fetch
