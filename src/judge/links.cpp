#include "judge/links.hpp"

#include <algorithm>
#include <iterator>

namespace thresh::judge {
namespace {

// Browsers skip tab and newline in a URL, so that "java\nscript:" is a scheme.
std::string without_breaks(std::string_view href) {
  std::string out;
  std::copy_if(href.begin(), href.end(), std::back_inserter(out),
               [](char c) { return c != '\t' && c != '\n'; });
  return out;
}

}  // namespace

std::string LinkResolver::resolve(std::string_view href) {
  const std::size_t cost = base_size_ + href.size();
  if (cost > bytes_left_) return {};
  bytes_left_ -= cost;
  std::string url = base_.resolve(href);
  if (!url.empty()) return base::is_safe_link(url) ? url : std::string();
  if (base_size_ > 0) return {};
  url = without_breaks(href);
  return base::url_scheme(url).empty() ? url : std::string();
}

}  // namespace thresh::judge
