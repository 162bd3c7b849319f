// The parts of a table of features, by what they look at. Each fills its own columns.
#pragma once

#include <cmath>
#include <cstdint>

#include "judge/features.hpp"

namespace thresh::judge {

struct Page {
  const page::Document& document;
  const Measures& measures;
  const Surroundings& surroundings;
  const std::vector<Item>& items;  // of each container
  std::uint32_t blocks;            // how many
  std::uint32_t first, end;        // those that are in the table
};

void fill_text(const Page& page, FeatureTable& table);
void fill_place(const Page& page, FeatureTable& table);
void fill_names(const Page& page, FeatureTable& table);
void fill_evidence(const Page& page, const Evidence& evidence, FeatureTable& table);

inline float log_of(std::uint32_t count) { return std::log1p(static_cast<float>(count)); }

inline float share(std::uint32_t part, std::uint32_t whole) {
  return whole > 0 ? static_cast<float>(part) / static_cast<float>(whole) : 0.0F;
}

inline float flag(bool set) { return set ? 1.0F : 0.0F; }

}  // namespace thresh::judge
