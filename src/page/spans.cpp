#include "page/spans.hpp"

#include "base/ascii.hpp"
#include "page/attribute_value.hpp"

namespace thresh::page {
namespace {

void open_link(TextBuilder& text, Strings& strings, const Dom& dom, const DomNode& link) {
  const DomAttribute* href = dom.attribute(link, Attribute::kHref);
  if (href == nullptr) return;
  const bool is_data = base::starts_with_ignore_case(base::trim(head_of(href)), "data:");
  const Slice target = is_data ? Slice{} : strings.add(href);
  const bool author = has_word(dom.attribute(link, Attribute::kRel), "author");
  text.open_link(target, author);
  if (author) text.open_mark(MarkType::kAuthor, target);
}

}  // namespace

void open_spans(TextBuilder& text, Strings& strings, const Dom& dom, const DomNode& element) {
  switch (element.tag) {
    case Tag::kA:
      return open_link(text, strings, dom, element);
    case Tag::kB:
    case Tag::kStrong:
      return text.open_mark(MarkType::kStrong, {});
    case Tag::kEm:
    case Tag::kI:
      return text.open_mark(MarkType::kEmphasis, {});
    case Tag::kCode:
    case Tag::kKbd:
    case Tag::kSamp:
    case Tag::kTt:
      return text.open_mark(MarkType::kCode, {});
    case Tag::kTime:
      return text.open_mark(MarkType::kTime,
                            strings.add(dom.attribute(element, Attribute::kDatetime)));
    default:
      return;
  }
}

}  // namespace thresh::page
