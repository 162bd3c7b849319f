#include "fetch/cache_entry.hpp"

#include <doctest/doctest.h>

using namespace thresh::fetch;

namespace {

CacheEntry entry() {
  return {"https://example.org/a", "\"v1\"", "Sun, 06 Nov 1994 08:49:37 GMT",
          "text/html; charset=utf-8", std::string("<p>news\0\n</p>", 13)};
}

}  // namespace

TEST_CASE("an entry comes back as it was") {
  const CacheEntry before = entry();
  const std::optional<CacheEntry> after = decode_entry(encode_entry(before));
  REQUIRE(after);
  CHECK(after->url == before.url);
  CHECK(after->etag == before.etag);
  CHECK(after->last_modified == before.last_modified);
  CHECK(after->content_type == before.content_type);
  CHECK(after->body == before.body);
  CHECK(decode_entry(encode_entry({})));
}

TEST_CASE("the server is asked with what it gave") {
  CHECK(conditions(entry()) ==
        std::vector<std::string>{"If-None-Match: \"v1\"",
                                 "If-Modified-Since: Sun, 06 Nov 1994 08:49:37 GMT"});
  CHECK(conditions({}).empty());
  CHECK_FALSE(has_validator({}));
}

TEST_CASE("an entry that is cut, longer or changed anywhere is none") {
  const std::string bytes = encode_entry(entry());
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CHECK_FALSE(decode_entry(bytes.substr(0, size)));
  }
  CHECK_FALSE(decode_entry(bytes + 'x'));
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    std::string changed = bytes;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    CHECK_FALSE(decode_entry(changed));
  }
}

TEST_CASE("a value that would add a header line is none") {
  CacheEntry evil = entry();
  evil.etag = "\"x\"\r\nCookie: a";
  CHECK_FALSE(decode_entry(encode_entry(evil)));
}
