#include "judge/images.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace thresh::judge {
namespace {

// Declared smaller than this in both directions, an image is an icon or a tracking pixel.
constexpr std::uint32_t kMinPixels = 48;

bool is_icon(const page::Image& image) {
  return image.width != 0 && image.height != 0 && image.width < kMinPixels &&
         image.height < kMinPixels;
}

// The words around an image say whose it is: those of the smallest container that has any.
class Surroundings {
 public:
  Surroundings(const page::Document& document, const Decisions& decisions) : document_(document) {
    Words sum;
    before_.reserve(decisions.size() + 1);
    before_.push_back(sum);
    for (std::size_t i = 0; i < decisions.size(); ++i) {
      sum.all += document.blocks[i].words;
      if (decisions[i].keep) sum.kept += document.blocks[i].words;
      before_.push_back(sum);
    }
  }

  bool kept(const page::Image& image) const {
    constexpr double kLeastShare = 0.4;
    const page::Container* around = &document_.containers[image.container];
    while (around->first_block == around->end_block && around->parent != page::kNone) {
      around = &document_.containers[around->parent];
    }
    const Words& first = before_[around->first_block];
    const Words& end = before_[around->end_block];
    return end.kept > first.kept && end.kept - first.kept >= kLeastShare * (end.all - first.all);
  }

 private:
  struct Words {
    std::uint32_t all = 0;
    std::uint32_t kept = 0;
  };

  const page::Document& document_;
  std::vector<Words> before_;  // of all blocks before each block
};

}  // namespace

std::vector<Image> body_images(const page::Document& document, const Decisions& decisions,
                               const std::vector<std::uint32_t>& kept, LinkResolver& links) {
  std::vector<Image> images;
  if (document.images.empty() || kept.empty()) return images;
  const Surroundings surroundings(document, decisions);
  std::unordered_set<std::string_view> seen;
  for (const page::Image& image : document.images) {
    const std::string_view source = document.str(image.source);
    if (is_icon(image) || !surroundings.kept(image) || !seen.insert(source).second) continue;
    std::string url = links.resolve(source);
    if (url.empty()) continue;
    const auto next = std::lower_bound(kept.begin(), kept.end(), image.before_block);
    images.push_back({std::move(url), std::string(document.str(image.alt)),
                      static_cast<std::size_t>(next - kept.begin())});
  }
  return images;
}

}  // namespace thresh::judge
