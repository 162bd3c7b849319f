#include "judge/looks.hpp"

#include <functional>
#include <string_view>
#include <unordered_map>

namespace thresh::judge {
namespace {

using page::Container;

std::uint64_t mix(std::uint64_t hash, std::uint64_t value) {
  hash = (hash ^ value) * 0x9E3779B97F4A7C15U;
  return hash ^ hash >> 32;
}

std::uint64_t look_of(const page::Document& document, const Container& container) {
  const std::hash<std::string_view> hash;
  std::uint64_t look =
      mix(hash(document.str(container.name)), static_cast<std::uint64_t>(container.tag));
  if (container.parent != page::kNone) {
    look = mix(look, static_cast<std::uint64_t>(document.containers[container.parent].tag));
  }
  for (std::uint32_t i = 0; i < container.attribute_count; ++i) {
    const page::ContainerAttribute& attribute = document.attributes[container.first_attribute + i];
    look = mix(mix(look, static_cast<std::uint64_t>(attribute.name)),
               hash(document.str(attribute.value)));
  }
  return look;
}

}  // namespace

std::vector<std::uint32_t> find_looks(const page::Document& document) {
  std::vector<std::uint32_t> looks;
  looks.reserve(document.containers.size());
  std::unordered_map<std::uint64_t, std::uint32_t> known;
  for (std::uint32_t c = 0; c < document.containers.size(); ++c) {
    const std::uint64_t look = look_of(document, document.containers[c]);
    looks.push_back(known.emplace(look, c).first->second);
  }
  return looks;
}

}  // namespace thresh::judge
