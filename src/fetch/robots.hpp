// robots.txt as RFC 9309 says: which URLs of a host a crawler may ask for. Reads bytes, fetches
// nothing.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace thresh::fetch {

// What follows these bytes of a robots.txt is not read.
inline constexpr std::size_t kMaxRobotsBytes = std::size_t{500} * 1024;

// Crawl-delay is read up to this.
inline constexpr std::chrono::milliseconds kMaxCrawlDelay = std::chrono::hours(1);

// The rules of a robots.txt for one crawler.
class Robots {
 public:
  // product: the crawler's name as in "User-agent: thresh", in any case. Groups that name it are
  // taken together; if there is none, those for "*".
  static Robots parse(std::string_view bytes, std::string_view product);

  static Robots allow_all() { return {}; }
  static Robots disallow_all();

  // For what the request for robots.txt came to in the end, redirects followed and attempts over.
  // 2xx: the rules of `bytes`. 3xx (redirects that led nowhere) and 4xx: all is allowed. 5xx and
  // 0, no answer: nothing is.
  static Robots for_answer(int status, std::string_view bytes, std::string_view product);

  // url: absolute, or its path with the query. The longest rule that matches decides, and Allow
  // between rules of one length. /robots.txt itself is always allowed.
  bool allows(std::string_view url) const;

  // Not in the RFC, but users of robots.txt expect it: the time between two requests.
  std::optional<std::chrono::milliseconds> crawl_delay() const { return crawl_delay_; }

 private:
  struct Rule {
    std::string pattern;  // in the form of comparable()
    bool allow;
  };
  friend class RobotsReader;

  std::vector<Rule> rules_;  // longest first, Allow before Disallow
  std::optional<std::chrono::milliseconds> crawl_delay_;
};

}  // namespace thresh::fetch
