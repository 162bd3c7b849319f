// Makes the links of a page absolute and drops those that are not safe to show.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/url.hpp"

namespace thresh::judge {

class LinkResolver {
 public:
  // base_url may be empty: relative links stay relative then.
  explicit LinkResolver(std::string_view base_url) : base_(base_url), base_size_(base_url.size()) {}

  // Empty: not http, https or mailto, or the page's links have grown out of proportion.
  std::string resolve(std::string_view href);

 private:
  // A long base makes each short link long: past this many bytes a page's links are dropped.
  static constexpr std::size_t kMaxBytes = 8'000'000;

  base::BaseUrl base_;
  std::size_t base_size_;
  std::size_t bytes_left_ = kMaxBytes;
};

}  // namespace thresh::judge
