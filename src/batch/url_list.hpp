// URLs out of a file or pipe, one a line.
#pragma once

#include <atomic>
#include <optional>
#include <string>

namespace thresh::batch {

// Whether the name of a source is a URL to fetch: it begins with "http://" or "https://", in any
// case.
bool is_url(std::string_view name);

// Takes white space off both ends; leaves out empty lines and those that begin with "#".
class UrlList {
 public:
  // Reads the descriptor, which stays open, until its end or until `stopped`.
  UrlList(int descriptor, const std::atomic<bool>& stopped)
      : descriptor_(descriptor), stopped_(stopped) {}

  // nullopt at the end; so is an error of reading, and a line longer than any URL ends there.
  std::optional<std::string> next();

 private:
  std::optional<std::string> line();
  bool read_more();

  const int descriptor_;
  const std::atomic<bool>& stopped_;
  std::string read_;
  std::size_t at_ = 0;  // of what is not handed out yet
  bool ended_ = false;
};

}  // namespace thresh::batch
