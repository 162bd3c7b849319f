#include "batch/url_list.hpp"

#include <sys/poll.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <string_view>

#include "base/ascii.hpp"

namespace thresh::batch {
namespace {

constexpr std::size_t kReadBytes = 65536;
constexpr std::size_t kMaxLineBytes = 65536;
constexpr int kPollMs = 100;  // how long a stop may go unnoticed

bool begins_with(std::string_view text, std::string_view start) {
  return text.size() >= start.size() &&
         base::equals_ignore_case(text.substr(0, start.size()), start);
}

}  // namespace

bool is_url(std::string_view name) {
  return begins_with(name, "http://") || begins_with(name, "https://");
}

std::optional<std::string> UrlList::next() {
  while (const std::optional<std::string> whole = line()) {
    const std::string_view text = base::trim(*whole);
    if (!text.empty() && text.front() != '#') return std::string(text);
  }
  return std::nullopt;
}

std::optional<std::string> UrlList::line() {
  for (;;) {
    const std::size_t end = read_.find('\n', at_);
    if (end != std::string::npos || (ended_ && at_ < read_.size())) {
      const std::size_t begin = at_;
      at_ = std::min(end, read_.size() - 1) + 1;
      return read_.substr(begin, at_ - begin);
    }
    if (ended_ || read_.size() - at_ > kMaxLineBytes) return std::nullopt;
    ended_ = !read_more();
  }
}

// Waits for the reading end with an eye on `stopped_`: a list may be a pipe that nobody closes.
bool UrlList::read_more() {
  read_.erase(0, at_);
  at_ = 0;
  while (!stopped_) {
    pollfd ready = {descriptor_, POLLIN, 0};
    const int count = ::poll(&ready, 1, kPollMs);
    if (count == 0 || (count < 0 && errno == EINTR)) continue;
    const std::size_t used = read_.size();
    read_.resize(used + kReadBytes);
    const ssize_t got = ::read(descriptor_, read_.data() + used, kReadBytes);
    read_.resize(used + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
    if (got < 0 && errno == EINTR) continue;
    return got > 0;
  }
  return false;
}

}  // namespace thresh::batch
