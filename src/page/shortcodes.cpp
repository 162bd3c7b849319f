#include "page/shortcodes.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace thresh::page {
namespace {

// How the names of the builders' shortcodes begin. No word of any language does.
constexpr std::string_view kBuilders[] = {"vc_", "et_pb_", "fusion_", "av_", "nectar_", "mk_"};

// The length of the shortcode that `text`, which begins with '[', begins with; 0 if it is none.
std::size_t shortcode_length(std::string_view text) {
  std::string_view name = text.substr(1);
  if (name.starts_with('/')) name.remove_prefix(1);
  const bool known =
      std::any_of(std::begin(kBuilders), std::end(kBuilders),
                  [&](std::string_view builder) { return name.starts_with(builder); });
  const std::size_t end = known ? text.find(']') : std::string_view::npos;
  return end == std::string_view::npos ? 0 : end + 1;
}

}  // namespace

void strip_shortcodes(std::string& text, std::size_t from) {
  for (std::size_t at = text.find('[', from); at < text.size(); at = text.find('[', at + 1)) {
    const std::size_t length = shortcode_length(std::string_view(text).substr(at));
    if (length > 0) text.replace(at, length, " ");
  }
}

}  // namespace thresh::page
