#include "page/flow.hpp"

#include "base/ascii.hpp"
#include "page/tables.hpp"
#include "page/white_space.hpp"

namespace thresh::page {
namespace {

bool is_custom(const DomNode& element) {
  return element.tag == Tag::kUnknown && element.text.find('-') != std::string_view::npos;
}

// "As <x-term>irony</x-term> has it": a custom element flows unless a style says otherwise, which
// most do; text right before or behind it says that this one flows.
bool stands_in_line(const Dom& dom, std::uint32_t index) {
  const DomNode& element = dom.nodes[index];
  const auto is_sibling_text = [&](std::uint32_t other) {
    return other < dom.nodes.size() && dom.nodes[other].tag == Tag::kText &&
           dom.nodes[other].parent == element.parent && !dom.nodes[other].text.empty();
  };
  if (is_sibling_text(index - 1) && !is_blank(dom.nodes[index - 1].text)) return true;
  return is_sibling_text(element.end) && !base::is_space(dom.nodes[element.end].text.front());
}

// Block-level elements that stand for no stretch of the page of their own.
bool is_frame_of_page(Tag tag) {
  switch (tag) {
    case Tag::kHtml:
    case Tag::kHead:
    case Tag::kBody:
    case Tag::kFrameset:
    case Tag::kColgroup:
    case Tag::kHr:
      return true;
    default:
      return false;
  }
}

bool is_container(const Dom& dom, std::uint32_t index, std::uint8_t inside) {
  const DomNode& element = dom.nodes[index];
  if (element.foreign || is_frame_of_page(element.tag)) return false;
  if (inside & kHoldsContainer) return true;
  if (element.tag == Tag::kNoscript) return (inside & kHoldsText) != 0;
  if (element.tag == Tag::kTemplate) return true;
  if (is_custom(element)) return !stands_in_line(dom, index);
  return (tag_traits(element.tag) & kBlock) != 0;
}

// The lines of code may each be one of these.
bool may_be_line_of_code(const DomNode& element) {
  switch (element.tag) {
    case Tag::kDiv:
    case Tag::kOl:
    case Tag::kUl:
    case Tag::kLi:
    case Tag::kUnknown:
      return true;
    default:
      return (tag_traits(element.tag) & kBlock) == 0;
  }
}

bool is_main(Tag tag) { return tag == Tag::kArticle || tag == Tag::kH1 || tag == Tag::kMain; }

std::uint8_t seen_from_outside(const DomNode& element, std::uint8_t flags) {
  std::uint8_t outside = flags & (kHoldsContainer | kHoldsProse | kHoldsText | kHoldsMain);
  if (flags & kContainer) {
    outside |= kHoldsContainer;
    if (!may_be_line_of_code(element)) outside |= kHoldsProse;
  }
  return outside;
}

}  // namespace

bool is_skipped(const Dom& dom, const DomNode& element) {
  if (element.tag == Tag::kTemplate) return !dom.attribute(element, Attribute::kShadowrootmode);
  if (element.foreign && element.tag == Tag::kUnknown)
    return element.text.starts_with("annotation");
  return (tag_traits(element.tag) & kSkip) != 0;
}

std::vector<std::uint8_t> find_flow(const Dom& dom) {
  std::vector<std::uint8_t> flow(dom.nodes.size());
  bool has_table = false;
  for (auto i = static_cast<std::uint32_t>(dom.nodes.size()); i-- > 1;) {
    const DomNode& node = dom.nodes[i];
    if (node.tag == Tag::kText) {
      if (!is_blank(node.text)) flow[node.parent] |= kHoldsText;
      continue;
    }
    if (is_skipped(dom, node)) continue;
    if (is_container(dom, i, flow[i])) flow[i] |= kContainer;
    if (is_main(node.tag)) flow[i] |= kHoldsMain;
    flow[node.parent] |= seen_from_outside(node, flow[i]);
    has_table = has_table || node.tag == Tag::kTable;
  }
  if (has_table) mark_data_tables(dom, flow);
  return flow;
}

}  // namespace thresh::page
