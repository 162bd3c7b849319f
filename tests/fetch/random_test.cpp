// Parsers of what strangers send, on bytes without sense and on good input damaged: they end, stay
// in their bounds (the sanitizers watch) and keep what they promise of any input.
#include <doctest/doctest.h>

#include <ctime>
#include <random>
#include <string>

#include "fetch/address_policy.hpp"
#include "fetch/cache_entry.hpp"
#include "fetch/retry_after.hpp"
#include "fetch/robots.hpp"
#include "fetch/robots_pattern.hpp"

using namespace thresh;
using namespace thresh::fetch;

namespace {

class Dice {
 public:
  std::size_t below(std::size_t count) { return engine_() % count; }

  // Pieces of `words`, with a byte of any kind now and then.
  template <std::size_t kCount>
  std::string soup(const char* const (&words)[kCount], std::size_t pieces) {
    std::string out;
    for (std::size_t i = below(pieces + 1); i > 0; --i) {
      if (below(8) == 0) {
        out += static_cast<char>(below(256));
      } else {
        out += words[below(kCount)];
      }
    }
    return out;
  }

  std::string damaged(std::string text) {
    for (std::size_t i = 1 + below(3); i > 0 && !text.empty(); --i) {
      const std::size_t at = below(text.size());
      switch (below(3)) {
        case 0:
          text[at] = static_cast<char>(below(256));
          break;
        case 1:
          text.erase(at, 1 + below(4));
          break;
        default:
          text.insert(at, 1 + below(4), static_cast<char>(below(256)));
      }
    }
    return text;
  }

 private:
  std::mt19937 engine_{20'261'125};
};

// What pattern_matches() promises, in the plainest way.
bool matches_plainly(std::string_view pattern, std::string_view path) {
  if (pattern.empty()) return true;
  if (pattern == "$") return path.empty();
  if (pattern[0] == '*') {
    for (std::size_t skipped = 0; skipped <= path.size(); ++skipped) {
      if (matches_plainly(pattern.substr(1), path.substr(skipped))) return true;
    }
    return false;
  }
  return !path.empty() && path[0] == pattern[0] &&
         matches_plainly(pattern.substr(1), path.substr(1));
}

}  // namespace

TEST_CASE("patterns match as the plainest matcher says") {
  constexpr const char* kWords[] = {"*", "$", "a", "b", "/", "ab", "*a"};
  constexpr const char* kPathWords[] = {"a", "b", "/", "ab", "%41", "?"};
  Dice dice;
  int matched = 0;
  for (int i = 0; i < 50'000; ++i) {
    const std::string pattern = comparable_pattern(dice.soup(kWords, 8));
    const std::string path = comparable_path(dice.soup(kPathWords, 10));
    const bool matches = pattern_matches(pattern, path);
    matched += matches ? 1 : 0;
    REQUIRE_MESSAGE(matches == matches_plainly(pattern, path), pattern << " on " << path);
  }
  CHECK(matched > 1000);
  CHECK(matched < 49'000);
}

TEST_CASE("a comparable path stays as it is when it is made comparable again") {
  constexpr const char* kWords[] = {"/", "a", "%2", "%41", "%2F", "?", "*", "$", "%", "\xC3\xA9"};
  Dice dice;
  for (int i = 0; i < 20'000; ++i) {
    const std::string once = comparable_path(dice.soup(kWords, 12));
    REQUIRE(comparable_path(once) == once);
  }
}

TEST_CASE("any bytes are a robots.txt, which allows itself") {
  constexpr const char* kWords[] = {"User-agent: *",
                                    "user-agent: thresh",
                                    "\ndisallow: /",
                                    "\nallow: /",
                                    "/",
                                    "*",
                                    "$",
                                    "crawl-delay: 3.5",
                                    "\n",
                                    "\r",
                                    "\r\n",
                                    "#",
                                    ":",
                                    " ",
                                    "%2F",
                                    "\xEF\xBB\xBF"};
  Dice dice;
  int refused = 0;
  for (int i = 0; i < 10'000; ++i) {
    const Robots robots = Robots::parse("User-agent: *\n" + dice.soup(kWords, 40), "thresh");
    REQUIRE(robots.allows("https://example.org/robots.txt"));
    REQUIRE(robots.crawl_delay().value_or(kMaxCrawlDelay) <= kMaxCrawlDelay);
    refused += robots.allows("https://example.org/a/b?c=d") ? 0 : 1;
  }
  CHECK(refused > 100);
}

TEST_CASE("a robots.txt made to be slow is not") {
  std::string slow = "User-agent: *\n";
  while (slow.size() < kMaxRobotsBytes) slow += "Disallow: /*a*aa*aaa*aaaaaaaaaaaaaaaaaaaaab$\n";
  const Robots robots = Robots::parse(slow, "thresh");
  const std::string url = "/" + std::string(2'000, 'a');
  const std::clock_t start = std::clock();
  CHECK(robots.allows(url));
  CHECK(std::clock() - start < 2 * CLOCKS_PER_SEC);
}

TEST_CASE("any Retry-After is a wait within bounds or none") {
  constexpr const char* kGood[] = {"120", "Sun, 06 Nov 1994 08:49:37 GMT",
                                   "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994"};
  Dice dice;
  for (int i = 0; i < 100'000; ++i) {
    const std::string text = dice.damaged(kGood[dice.below(std::size(kGood))]);
    const std::optional<int> wait = parse_retry_after(text, 784'111'717);
    REQUIRE(wait.value_or(0) >= 0);
    REQUIRE(wait.value_or(0) <= kMaxRetryAfterSeconds);
  }
}

TEST_CASE("a damaged entry of the cache is never taken for another") {
  Dice dice;
  const std::string good =
      encode_entry({"https://example.org/", "\"1\"", "x", "text/html", "body"});
  for (int i = 0; i < 50'000; ++i) {
    const std::string bytes = dice.damaged(good);
    REQUIRE((bytes == good || !decode_entry(bytes)));
  }
}

TEST_CASE("any text is an exception or a usage error, any host an address or a name") {
  constexpr const char* kWords[] = {"127", ".", "0x", "1", "[", "]", ":", "::", "/", "8", "ffff"};
  Dice dice;
  const Result<AddressPolicy> strict = AddressPolicy::create(false, {});
  int parsed = 0;
  for (int i = 0; i < 50'000; ++i) {
    const std::string text = dice.soup(kWords, 9);
    const Result<AddressPolicy> policy = AddressPolicy::create(false, {text});
    parsed += policy.ok() ? 1 : 0;
    const std::optional<IpAddress> address = parse_host_address(text);
    REQUIRE(strict->allows_host(text, 80) == (!address || special_use(*address).empty()));
  }
  CHECK(parsed > 10);
}
