#include "judge/looks.hpp"

#include <functional>
#include <string_view>
#include <unordered_map>

namespace thresh::judge {
namespace {

using page::Container;

std::uint64_t look_of(const page::Document& document, const Container& container) {
  const std::hash<std::string_view> hash;
  std::uint64_t look =
      combine(hash(document.str(container.name)), static_cast<std::uint64_t>(container.tag));
  if (container.parent != page::kNone) {
    look = combine(look, static_cast<std::uint64_t>(document.containers[container.parent].tag));
  }
  for (std::uint32_t i = 0; i < container.attribute_count; ++i) {
    const page::ContainerAttribute& attribute = document.attributes[container.first_attribute + i];
    look = combine(combine(look, static_cast<std::uint64_t>(attribute.name)),
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
