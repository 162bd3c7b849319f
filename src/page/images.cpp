#include "page/images.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>
#include <utility>

#include "base/ascii.hpp"
#include "page/attribute_value.hpp"
#include "page/clean.hpp"

namespace thresh::page {
namespace {

constexpr std::int64_t kUnknown = 1'000'000;  // pixels
constexpr std::size_t kLongestUrl = 4096;

// Not a template that a script would fill in ("_{width}x.jpg"), nor inside the page (data:).
bool is_image_url(std::string_view url) {
  if (url.empty() || url.size() > kLongestUrl) return false;
  const auto is_not_of_urls = [](char c) { return c == '{' || c == '<' || c == '\n'; };
  if (std::any_of(url.begin(), url.end(), is_not_of_urls)) return false;
  for (const std::string_view scheme : {"data:", "blob:", "about:", "javascript:"}) {
    if (base::starts_with_ignore_case(url, scheme)) return false;
  }
  return true;
}

// The candidate with the greatest width or density: "a.jpg 320w, b.jpg 640w", "a.jpg, b.jpg 2x".
// URLs may hold commas, but do not end in one.
std::string_view best_candidate(std::string_view srcset) {
  constexpr std::string_view kSpaces = " \t\n\f\r";
  std::string_view best;
  double best_size = -1;
  while (true) {
    srcset.remove_prefix(std::min(srcset.find_first_not_of(" \t\n\f\r,"), srcset.size()));
    if (srcset.empty()) return best;
    std::string_view url = srcset.substr(0, srcset.find_first_of(kSpaces));
    srcset.remove_prefix(url.size());
    double size = 1;
    if (url.ends_with(',')) {
      url = url.substr(0, url.find_last_not_of(',') + 1);
    } else {
      const std::string_view descriptor = base::trim(srcset.substr(0, srcset.find(',')));
      std::from_chars(descriptor.data(), descriptor.data() + descriptor.size(), size);
      srcset.remove_prefix(std::min(srcset.find(','), srcset.size()));
    }
    if (size > best_size && is_image_url(url)) {
      best = url;
      best_size = size;
    }
  }
}

}  // namespace

bool Images::take(const DomAttribute* url) {
  if (url == nullptr) return false;
  url_.clear();
  append_clean(url_, url->value, url->raw ? Context::kAttribute : Context::kLiteral);
  url_ = base::trim(url_);
  return is_image_url(url_);
}

bool Images::take_best(const DomAttribute* srcset) {
  if (srcset == nullptr) return false;
  url_.clear();
  append_clean(url_, srcset->value, srcset->raw ? Context::kAttribute : Context::kLiteral);
  url_ = std::string(best_candidate(url_));
  return !url_.empty();
}

// What a late image will show goes before what it shows meanwhile.
bool Images::find_url(const DomNode& img) {
  for (const Attribute late :
       {Attribute::kDataSrc, Attribute::kDataLazySrc, Attribute::kDataOriginal}) {
    if (take(dom_.attribute(img, late))) return true;
  }
  if (take_best(dom_.attribute(img, Attribute::kDataSrcset))) return true;
  if (take(dom_.attribute(img, Attribute::kSrc))) return true;
  if (take_best(dom_.attribute(img, Attribute::kSrcset))) return true;
  url_ = picture_source_;
  return !url_.empty();
}

void Images::add_source(const DomNode& source) {
  if (!picture_source_.empty()) return;
  for (const Attribute name : {Attribute::kDataSrcset, Attribute::kSrcset}) {
    if (!take_best(dom_.attribute(source, name))) continue;
    picture_source_ = url_;
    return;
  }
}

// One of the two stands in <noscript>, and next to nothing lies between them.
bool Images::doubles_last(std::uint32_t node, const Place& place) const {
  constexpr std::uint32_t kFarthest = 4;  // nodes: white space and the <noscript> itself
  return last_ != Last::kNothing && (last_ == Last::kNoscript) != place.noscript &&
         node - last_node_ <= kFarthest;
}

void Images::add(std::uint32_t node, const Place& place) {
  const DomNode& img = dom_.nodes[node];
  const std::int64_t width = number_or(dom_.attribute(img, Attribute::kWidth), kUnknown, kUnknown);
  const std::int64_t height =
      number_or(dom_.attribute(img, Attribute::kHeight), kUnknown, kUnknown);
  if (std::min(width, height) <= 1) return;

  const bool found = find_url(img);
  picture_source_.clear();
  const bool doubles = doubles_last(node, place);
  last_ = doubles ? Last::kNothing : place.noscript ? Last::kNoscript : Last::kPlain;
  last_node_ = node;
  const bool last_added = std::exchange(last_added_, found);
  if (!found) return;
  if (doubles && last_added) {
    if (place.noscript) document_.images.back().source = strings_.add(url_);
    return;
  }
  const auto pixels = [](std::int64_t n) {
    return n == kUnknown ? 0 : static_cast<std::uint32_t>(n);
  };
  document_.images.push_back({strings_.add(url_),
                              strings_.add_collapsed(dom_.attribute(img, Attribute::kAlt)),
                              place.container, place.before_block, pixels(width), pixels(height)});
}

}  // namespace thresh::page
