#include "fetch/cache_entry.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>

#include "base/sha1.hpp"

namespace thresh::fetch {
namespace {

// A file is this line's beginning, the check sum of all that follows the line, the sizes of the
// fields in a line, and the fields. The number changes when the form does.
constexpr std::string_view kMagic = "thresh-cache 1 ";
constexpr std::size_t kSumBytes = 40;

constexpr std::string CacheEntry::*kFields[] = {&CacheEntry::url, &CacheEntry::etag,
                                                &CacheEntry::last_modified,
                                                &CacheEntry::content_type, &CacheEntry::body};

bool is_header_value(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) {
    return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7F;
  });
}

// Cuts a number and the character after it off `bytes`.
std::optional<std::size_t> cut_size(std::string_view& bytes, char after) {
  std::size_t size = 0;
  const auto [end, error] = std::from_chars(bytes.begin(), bytes.end(), size);
  if (error != std::errc() || end == bytes.end() || *end != after) return std::nullopt;
  bytes.remove_prefix(static_cast<std::size_t>(end - bytes.begin()) + 1);
  return size;
}

std::optional<std::string_view> cut(std::string_view& bytes, std::size_t size) {
  if (size > bytes.size()) return std::nullopt;
  const std::string_view out = bytes.substr(0, size);
  bytes.remove_prefix(size);
  return out;
}

// What follows the first line, if that line is right about it.
std::optional<std::string_view> checked_content(std::string_view bytes) {
  if (cut(bytes, kMagic.size()) != kMagic) return std::nullopt;
  const std::optional<std::string_view> sum = cut(bytes, kSumBytes);
  if (!sum || cut(bytes, 1) != "\n" || base::hex(base::sha1(bytes)) != *sum) return std::nullopt;
  return bytes;
}

}  // namespace

bool has_validator(const CacheEntry& entry) {
  return !entry.etag.empty() || !entry.last_modified.empty();
}

std::vector<std::string> conditions(const CacheEntry& entry) {
  std::vector<std::string> lines;
  if (!entry.etag.empty()) lines.push_back("If-None-Match: " + entry.etag);
  if (!entry.last_modified.empty()) lines.push_back("If-Modified-Since: " + entry.last_modified);
  return lines;
}

std::string encode_entry(const CacheEntry& entry) {
  std::string content;
  for (const auto field : kFields) {
    content += std::to_string((entry.*field).size());
    content += field == kFields[std::size(kFields) - 1] ? '\n' : ' ';
  }
  for (const auto field : kFields) content += entry.*field;
  return std::string(kMagic) + base::hex(base::sha1(content)) + '\n' + content;
}

std::optional<CacheEntry> decode_entry(std::string_view bytes) {
  std::optional<std::string_view> content = checked_content(bytes);
  if (!content) return std::nullopt;
  std::size_t sizes[std::size(kFields)] = {};
  for (std::size_t i = 0; i < std::size(kFields); ++i) {
    const bool last = i + 1 == std::size(kFields);
    const std::optional<std::size_t> size = cut_size(*content, last ? '\n' : ' ');
    if (!size) return std::nullopt;
    sizes[i] = *size;
  }
  CacheEntry entry;
  for (std::size_t i = 0; i < std::size(kFields); ++i) {
    const std::optional<std::string_view> field = cut(*content, sizes[i]);
    if (!field || (kFields[i] != &CacheEntry::body && !is_header_value(*field))) {
      return std::nullopt;
    }
    entry.*kFields[i] = *field;
  }
  if (!content->empty()) return std::nullopt;
  return entry;
}

}  // namespace thresh::fetch
