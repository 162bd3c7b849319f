// Pages on disk, to be asked for again only if they changed. A folder of plain files, one an entry,
// which any number of processes may share: an entry is written aside and renamed, so that it is
// there whole or not at all, and one that is damaged all the same is as good as none.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "fetch/cache_entry.hpp"
#include "thresh/result.hpp"

namespace thresh::fetch {

inline constexpr std::uint64_t kDefaultCacheBytes = 1'000'000'000;

// Used on one thread at a time; several objects, in one process or more, may share a folder.
class HttpCache {
 public:
  // Makes the folder if it is not there, readable by its owner alone. Errors are kIo.
  static Result<HttpCache> open(const std::string& directory,
                                std::uint64_t max_bytes = kDefaultCacheBytes);

  // The entry of that URL, which then counts as used just now.
  std::optional<CacheEntry> find(std::string_view url);

  // Replaces the URL's entry. Entries without validator or too large for the cache are not kept,
  // which is no error. From time to time, entries not used for longest are removed until the
  // folder holds less than max_bytes again; it may hold a sixteenth more for each process.
  std::optional<Error> store(const CacheEntry& entry);

  // Where the URL's entry lies or would lie.
  std::string file_of(std::string_view url) const;

 private:
  HttpCache(std::string directory, std::uint64_t max_bytes);
  std::string temporary_name();
  void make_room();

  std::string directory_;
  std::uint64_t max_bytes_;
  std::uint64_t written_bytes_ = 0;  // since make_room()
  std::uint64_t temporaries_ = 0;
};

}  // namespace thresh::fetch
