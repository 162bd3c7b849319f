#include "judge/evidence.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>

#include "judge/hashed_features.hpp"
#include "judge/page_features.hpp"

namespace thresh::judge {
namespace {

using page::kNone;

struct Weighed {
  LaneSums sums{};
  std::uint32_t count = 0;  // features

  void operator+=(const Weighed& other) {
    for (std::size_t lane = 0; lane < kLanes; ++lane) sums[lane] += other.sums[lane];
    count += other.count;
  }
};

// seen: a hash as what the table knows.
template <typename Seen>
Weighed weigh(std::span<const std::uint32_t> hashes, const EvidenceTable& table, Seen seen) {
  // So many rows of bytes have sums of 16 bits, which are faster.
  constexpr std::size_t kMost = 256;
  Weighed weighed;
  weighed.count = static_cast<std::uint32_t>(hashes.size());
  for (std::size_t first = 0; first < hashes.size(); first += kMost) {
    std::array<std::int16_t, kLanes> part{};
    for (std::size_t i = first; i < std::min(hashes.size(), first + kMost); ++i) {
      const EvidenceRow* row = table.find(seen(hashes[i]));
      if (row == nullptr) continue;
      for (std::size_t lane = 0; lane < kLanes; ++lane) {
        part[lane] = static_cast<std::int16_t>(part[lane] + (*row)[lane]);
      }
    }
    for (std::size_t lane = 0; lane < kLanes; ++lane) weighed.sums[lane] += part[lane];
  }
  return weighed;
}

Weighed weigh(std::span<const std::uint32_t> hashes, const EvidenceTable& table) {
  return weigh(hashes, table, [](std::uint32_t hash) { return hash; });
}

// For each container, of all that look like it, how many distances it is seen from by blocks.
std::vector<std::uint32_t> count_distances(const page::Document& document,
                                           const std::vector<std::uint32_t>& looks) {
  const std::size_t count = document.containers.size();
  // 1 + the containers from a block up to this one, at most; 0 if there is no block.
  std::vector<std::uint32_t> steps(count);
  std::vector<std::uint32_t> distances(count);
  for (const page::Block& block : document.blocks) steps[block.container] = 1;
  for (std::size_t c = count; c-- > 0;) {  // children come after their parents
    if (steps[c] == 0) continue;
    const std::uint32_t parent = document.containers[c].parent;
    if (parent != kNone) steps[parent] = std::max(steps[parent], steps[c] + 1);
    std::uint32_t& seen = distances[looks[c]];
    seen = std::max(seen, distance_of(steps[c] - 1) + 1);
  }
  return distances;
}

// Sums of the features of containers, so that a block costs a few additions however deep it is.
class ContainerSums {
 public:
  // looks: find_looks(); containers that look alike are weighed once. hashes: theirs.
  ContainerSums(const page::Document& document, const std::vector<std::uint32_t>& looks,
                const LookHashes& hashes, const EvidenceTable& table)
      : document_(document), at_(document.containers.size()), far_(document.containers.size()) {
    const std::vector<std::uint32_t> distances = count_distances(document, looks);
    for (std::uint32_t c = 0; c < document.containers.size(); ++c) {
      if (looks[c] == c) {
        at_[c] = static_cast<std::uint32_t>(weighed_.size());
        weighed_.push_back(weigh_at_distances(hashes.of(c), distances[c], table));
      } else {
        at_[c] = at_[looks[c]];
      }
      const std::uint32_t parent = document.containers[c].parent;
      if (parent != kNone) far_[c] = far_[parent];
      far_[c] += weighed_[at_[c]][kDistances - 1];
    }
  }

  // Of a block right in the container.
  Weighed of(std::uint32_t container) const {
    Weighed sum;
    for (std::uint32_t up = 0; container != kNone; ++up) {
      if (up == kFarthest) {
        sum += far_[container];
        break;
      }
      sum += weighed_[at_[container]][distance_of(up)];
      container = document_.containers[container].parent;
    }
    return sum;
  }

 private:
  using AtDistances = std::array<Weighed, kDistances>;

  static AtDistances weigh_at_distances(std::span<const std::uint32_t> hashes,
                                        std::uint32_t distances, const EvidenceTable& table) {
    AtDistances sums;
    for (std::uint32_t distance = 0; distance < distances; ++distance) {
      sums[distance] = weigh(
          hashes, table, [distance](std::uint32_t hash) { return at_distance(hash, distance); });
    }
    return sums;
  }

  const page::Document& document_;
  std::vector<AtDistances> weighed_;  // of each different look
  std::vector<std::uint32_t> at_;     // of each container, its place there
  std::vector<Weighed> far_;          // of each container and all above it, as from afar
};

PageTypes weigh_page(const Hashes& features, const EvidenceTable& table) {
  const Weighed weighed = weigh(features, table);
  const Lanes logits = table.logits(weighed.sums, weighed.count);
  PageTypes types;
  for (std::size_t i = 0; i < types.size(); ++i) {
    types[i] = 1 / (1 + std::exp(-logits[kFirstTypeLane + i]));
  }
  const float all = std::accumulate(types.begin(), types.end(), 1e-6F);
  for (float& type : types) type /= all;
  return types;
}

}  // namespace

Lanes EvidenceTable::logits(const LaneSums& sums, std::uint32_t count) const {
  // Blocks with many features must not outweigh those with few.
  const float norm = 3.0F / std::sqrt(static_cast<float>(count > 0 ? count : 1));
  Lanes logits;
  for (std::size_t lane = 0; lane < kLanes; ++lane) {
    logits[lane] = bias_[lane] + static_cast<float>(sums[lane]) * scale_[lane] * norm;
  }
  return logits;
}

PageTypes surely(PageType type) {
  constexpr float kSure = 0.94F;
  PageTypes types;
  types.fill((1 - kSure) / (kPageTypeCount - 1));
  types[static_cast<std::size_t>(type)] = kSure;
  return types;
}

Evidence weigh(const page::Document& document, const Measures& measures,
               const EvidenceTables& tables) {
  Evidence evidence;
  evidence.text.reserve(document.blocks.size());
  evidence.markup.reserve(document.blocks.size());
  const LookHashes looks = hash_looks(document, measures.looks);
  evidence.page_types = weigh_page(page_features(document, measures, looks), *tables.page);
  const ContainerSums containers(document, measures.looks, looks, *tables.markup);
  Hashes hashes;
  for (std::uint32_t i = 0; i < document.blocks.size(); ++i) {
    hashes.clear();
    append_text_features(measures.texts, i, measures.headings_above[i], hashes);
    const Weighed text = weigh(hashes, *tables.text);
    evidence.text.push_back(tables.text->logits(text.sums, text.count));
    hashes.clear();
    append_block_features(document, document.blocks[i], hashes);
    Weighed markup = weigh(hashes, *tables.markup);
    markup += containers.of(document.blocks[i].container);
    evidence.markup.push_back(tables.markup->logits(markup.sums, markup.count));
  }
  return evidence;
}

}  // namespace thresh::judge
