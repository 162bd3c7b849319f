#include "metadata/place.hpp"

#include <algorithm>

#include "base/ascii.hpp"

namespace thresh::metadata {
namespace {

constexpr std::uint32_t kBefore = 6;      // blocks before the headline
constexpr std::uint32_t kAfterStart = 4;  // of the body: a byline may count as body
constexpr std::uint32_t kAfterEnd = 4;
constexpr std::uint32_t kMostBetween = 40;  // headline to body
constexpr std::uint32_t kFewWords = 4;

bool has_name(std::string_view names, std::string_view word) {
  return std::search(names.begin(), names.end(), word.begin(), word.end(),
                     [](char a, char b) { return base::lower(a) == b; }) != names.end();
}

}  // namespace

Place find_place(const page::Document& document, const judge::Decisions& decisions) {
  Place place;
  const std::size_t count = std::min(document.blocks.size(), decisions.size());
  for (std::uint32_t i = 0; i < count; ++i) {
    if (!decisions[i].keep) continue;
    if (decisions[i].label == Label::kTitle) {
      if (place.headline == page::kNone) place.headline = i;
    } else if (decisions[i].label != Label::kCaption && document.blocks[i].words > kFewWords) {
      if (place.end_body == 0) place.first_body = i;
      place.end_body = i + 1;
    }
  }
  return place;
}

std::vector<std::uint32_t> blocks_near_headline(const Facts& facts) {
  const Place& place = facts.place;
  const auto count = static_cast<std::uint32_t>(facts.document.blocks.size());
  const bool above = place.headline != page::kNone && place.headline < place.first_body;
  const std::uint32_t start = above ? place.headline : place.first_body;
  const std::uint32_t body_start =
      std::min(std::max(place.first_body, start), start + kMostBetween);
  std::vector<std::uint32_t> blocks;
  for (std::uint32_t i = start; i < std::min(body_start + kAfterStart, count); ++i) {
    blocks.push_back(i);
  }
  for (std::uint32_t i = start; i > 0 && start - i < kBefore; --i) blocks.push_back(i - 1);
  for (std::uint32_t i = place.end_body; i < std::min(place.end_body + kAfterEnd, count); ++i) {
    if (place.end_body > 0 && i >= body_start + kAfterStart) blocks.push_back(i);
  }
  return blocks;
}

bool is_named(const page::Document& document, const page::Block& block, std::string_view word,
              int levels) {
  std::uint32_t at = block.container;
  for (int level = 0; level <= levels && at != page::kNone; ++level) {
    const page::Container& container = document.containers[at];
    for (std::uint32_t i = 0; i < container.attribute_count; ++i) {
      const page::ContainerAttribute& attribute =
          document.attributes[container.first_attribute + i];
      const bool names =
          attribute.name == page::Attribute::kClass || attribute.name == page::Attribute::kId ||
          attribute.name == page::Attribute::kItemprop || attribute.name == page::Attribute::kRel ||
          attribute.name == page::Attribute::kDataTestid;
      if (names && has_name(document.str(attribute.value), word)) return true;
    }
    at = container.parent;
  }
  return false;
}

}  // namespace thresh::metadata
