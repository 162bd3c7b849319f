#include "page/shortcodes.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace thresh::page {
namespace {

// How the names of the builders' shortcodes begin. No word of any language does.
constexpr std::string_view kBuilders[] = {"vc_", "et_pb_", "fusion_", "av_", "nectar_", "mk_"};

constexpr std::size_t kLongest = 2000;  // so that a page full of '[' costs no more than its size

// The length of the shortcode that `text`, which begins with '[', begins with; 0 if it is none.
std::size_t shortcode_length(std::string_view text) {
  std::string_view name = text.substr(1);
  if (name.starts_with('/')) name.remove_prefix(1);
  const bool known = std::any_of(std::begin(kBuilders), std::end(kBuilders),
                                 [&](auto builder) { return name.starts_with(builder); });
  const std::size_t end = known ? text.substr(0, kLongest).find(']') : std::string_view::npos;
  return end == std::string_view::npos ? 0 : end + 1;
}

}  // namespace

void strip_shortcodes(std::string& text, std::size_t from) {
  std::size_t read = text.find('[', from);
  if (read == std::string::npos) return;
  std::size_t write = read;
  while (read < text.size()) {
    const std::size_t length =
        text[read] == '[' ? shortcode_length(std::string_view(text).substr(read)) : 0;
    text[write++] = length > 0 ? ' ' : text[read];
    read += std::max(length, std::size_t{1});
  }
  text.resize(write);
}

}  // namespace thresh::page
