#include "fetch/http_cache.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <filesystem>
#include <random>
#include <system_error>
#include <utility>
#include <vector>

#include "base/sha1.hpp"
#include "fetch/files.hpp"

namespace thresh::fetch {
namespace {

namespace fs = std::filesystem;

constexpr mode_t kOwnerFolder = 0700;
constexpr mode_t kOwnerFile = 0600;
constexpr std::uint64_t kChecksPerCache = 16;  // its size is looked at so often while it fills once
constexpr std::uint64_t kLargestPart = 4;      // an entry may take this part of the cache
constexpr std::string_view kEntrySuffix = ".entry";
constexpr std::string_view kTemporarySuffix = ".tmp";
constexpr auto kTemporaryLives = std::chrono::hours(1);  // longer than any write

struct OldFile {
  fs::file_time_type used;
  std::uint64_t bytes;
  fs::path path;
};

// All entries; removes what killed processes left. Files that are none of the cache's stay.
std::vector<OldFile> list_entries(const std::string& directory) {
  std::vector<OldFile> entries;
  std::error_code error;
  const auto now = fs::file_time_type::clock::now();
  for (fs::directory_iterator it(directory, error), end; !error && it != end; it.increment(error)) {
    std::error_code gone;  // another process removes files too
    const fs::file_time_type used = it->last_write_time(gone);
    const std::uint64_t bytes = gone ? 0 : it->file_size(gone);
    if (gone) continue;
    if (it->path().extension() == kEntrySuffix) {
      entries.push_back({used, bytes, it->path()});
    } else if (it->path().extension() == kTemporarySuffix && now - used > kTemporaryLives) {
      fs::remove(it->path(), gone);
    }
  }
  return entries;
}

std::optional<Error> write_new_file(const std::string& path, std::string_view bytes) {
  const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kOwnerFile);
  if (descriptor < 0) return file_error(path, errno);
  int number = write_all(descriptor, bytes);
  if (::close(descriptor) != 0 && number == 0) number = errno;
  if (number == 0) return std::nullopt;
  ::unlink(path.c_str());
  return file_error(path, number);
}

}  // namespace

Result<HttpCache> HttpCache::open(const std::string& directory, std::uint64_t max_bytes) {
  std::error_code error;
  fs::create_directories(fs::path(directory).parent_path(), error);  // mkdir() says what is wrong
  if (::mkdir(directory.c_str(), kOwnerFolder) != 0 && errno != EEXIST) {
    return file_error(directory, errno);
  }
  if (::access(directory.c_str(), R_OK | W_OK | X_OK) != 0) return file_error(directory, errno);
  if (!fs::is_directory(directory, error)) return file_error(directory, ENOTDIR);
  HttpCache cache(directory, max_bytes);
  cache.make_room();
  return cache;
}

HttpCache::HttpCache(std::string directory, std::uint64_t max_bytes)
    : directory_(std::move(directory)), max_bytes_(max_bytes) {}

std::optional<CacheEntry> HttpCache::find(std::string_view url) {
  const std::string path = file_of(url);
  const std::optional<std::string> bytes = read_whole(path, max_bytes_);
  std::optional<CacheEntry> entry = bytes ? decode_entry(*bytes) : std::nullopt;
  if (!entry || entry->url != url || !has_validator(*entry)) return std::nullopt;
  ::utimensat(AT_FDCWD, path.c_str(), nullptr, 0);  // if not, it is only removed earlier
  return entry;
}

std::optional<Error> HttpCache::store(const CacheEntry& entry) {
  if (!has_validator(entry)) return std::nullopt;
  const std::string bytes = encode_entry(entry);
  if (bytes.size() > max_bytes_ / kLargestPart) return std::nullopt;
  const std::string temporary = temporary_name();
  if (std::optional<Error> error = write_new_file(temporary, bytes)) return error;
  const std::string path = file_of(entry.url);
  std::error_code error;
  fs::rename(temporary, path, error);
  if (error) {
    ::unlink(temporary.c_str());
    return file_error(path, error.value());
  }
  written_bytes_ += bytes.size();
  if (written_bytes_ > max_bytes_ / kChecksPerCache) make_room();
  return std::nullopt;
}

std::string HttpCache::file_of(std::string_view url) const {
  return directory_ + '/' + base::hex(base::sha1(url)) + std::string(kEntrySuffix);
}

// Of no other process, nor of another object in this one.
std::string HttpCache::temporary_name() {
  if (temporaries_ == 0) temporaries_ = std::uint64_t{std::random_device()()} << 32;
  return directory_ + '/' + std::to_string(::getpid()) + '-' + std::to_string(++temporaries_) +
         std::string(kTemporarySuffix);
}

void HttpCache::make_room() {
  written_bytes_ = 0;
  std::vector<OldFile> entries = list_entries(directory_);
  std::uint64_t total = 0;
  for (const OldFile& entry : entries) total += entry.bytes;
  if (total <= max_bytes_) return;
  std::sort(entries.begin(), entries.end(),
            [](const OldFile& a, const OldFile& b) { return a.used < b.used; });
  const std::uint64_t goal = max_bytes_ - max_bytes_ / kChecksPerCache;
  for (const OldFile& entry : entries) {
    if (total <= goal) return;
    std::error_code ignored;
    fs::remove(entry.path, ignored);
    total -= entry.bytes;
  }
}

}  // namespace thresh::fetch
