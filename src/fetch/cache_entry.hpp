// What the cache keeps of an answer, and its form as a file. Bytes in, bytes out; files are
// http_cache's job.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace thresh::fetch {

struct CacheEntry {
  std::string url;   // that was asked for, without credentials
  std::string etag;  // header values as they came; empty if there was none
  std::string last_modified;
  std::string content_type;
  std::string body;  // decompressed
};

// Whether a server can be asked if the page has changed since.
bool has_validator(const CacheEntry& entry);

// The header lines that ask it: "If-None-Match: …", "If-Modified-Since: …".
std::vector<std::string> conditions(const CacheEntry& entry);

std::string encode_entry(const CacheEntry& entry);

// nullopt if the bytes are no entry, or not as encode_entry() left them: cut, changed, or with
// values that no header can have.
std::optional<CacheEntry> decode_entry(std::string_view bytes);

}  // namespace thresh::fetch
