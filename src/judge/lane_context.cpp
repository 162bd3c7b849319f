#include "judge/lane_context.hpp"

namespace thresh::judge {

LaneContext::LaneContext(const page::Document& document, const Surroundings& surroundings,
                         const std::vector<Lanes>& values)
    : document_(document), surroundings_(surroundings), before_(values.size() + 1) {
  std::vector<Sums> patterns(surroundings.patterns.count());
  for (std::size_t i = 0; i < values.size(); ++i) {
    const double weight = document.blocks[i].words + 0.5;
    Sums& pattern = patterns[surroundings.pattern[i]];
    const Sums& last = before_[i];
    Sums& next = before_[i + 1];
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
      const double value = static_cast<double>(values[i][lane]) * weight;
      next.values[lane] = last.values[lane] + value;
      pattern.values[lane] += value;
    }
    next.weight = last.weight + weight;
    pattern.weight += weight;
  }
  patterns_.reserve(patterns.size());
  for (const Sums& pattern : patterns) patterns_.push_back(mean(pattern));
}

Lanes LaneContext::mean(const Sums& sums) {
  Lanes means;
  means.fill(-1);
  if (sums.weight <= 0) return means;
  for (std::size_t lane = 0; lane < kLanes; ++lane) {
    means[lane] = static_cast<float>(sums.values[lane] / sums.weight);
  }
  return means;
}

Lanes LaneContext::ring(std::uint32_t block, Ring ring) const {
  const std::uint32_t container = surroundings_.rings[block][ring];
  Sums sums;
  if (container == page::kNone) return mean(sums);
  const Sums& first = before_[document_.containers[container].first_block];
  const Sums& end = before_[document_.containers[container].end_block];
  for (std::size_t lane = 0; lane < kLanes; ++lane) {
    sums.values[lane] = end.values[lane] - first.values[lane];
  }
  sums.weight = end.weight - first.weight;
  return mean(sums);
}

}  // namespace thresh::judge
