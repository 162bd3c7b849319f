#include "page/containers.hpp"

namespace thresh::page {
namespace {

bool is_kept(Attribute name) {
  switch (name) {
    case Attribute::kAriaLabel:
    case Attribute::kClass:
    case Attribute::kDataTestid:
    case Attribute::kDatetime:
    case Attribute::kId:
    case Attribute::kItemprop:
    case Attribute::kItemscope:
    case Attribute::kItemtype:
    case Attribute::kProperty:
    case Attribute::kRel:
    case Attribute::kRole:
    case Attribute::kTypeof:
      return true;
    default:
      return false;
  }
}

}  // namespace

void add_attributes(Document& document, Strings& strings, const Dom& dom, const DomNode& element,
                    Container& container) {
  container.first_attribute = static_cast<std::uint32_t>(document.attributes.size());
  container.attribute_count = 0;
  for (std::uint32_t i = 0; i < element.attribute_count; ++i) {
    const DomAttribute& attribute = dom.attributes[element.first_attribute + i];
    if (!is_kept(attribute.name)) continue;
    if (strings.exhausted()) break;
    document.attributes.push_back({attribute.name, strings.add(&attribute)});
    ++container.attribute_count;
  }
}

std::uint32_t open_container(Document& document, Strings& strings, const Dom& dom,
                             const DomNode& element, std::uint32_t parent, bool hidden) {
  const auto index = static_cast<std::uint32_t>(document.containers.size());
  Container container;
  container.tag = element.tag;
  container.hidden = hidden;
  container.parent = parent;
  container.depth = document.containers[parent].depth + 1;
  container.first_block = static_cast<std::uint32_t>(document.blocks.size());
  if (element.tag == Tag::kUnknown) container.name = strings.add(element.text);
  add_attributes(document, strings, dom, element, container);
  document.containers.push_back(container);
  return index;
}

void close_container(Document& document, std::uint32_t container) {
  document.containers[container].end = static_cast<std::uint32_t>(document.containers.size());
  document.containers[container].end_block = static_cast<std::uint32_t>(document.blocks.size());
}

}  // namespace thresh::page
