#include "page/nesting.hpp"

#include <algorithm>

namespace thresh::page {
namespace {

bool may_have_content(MarkupKind kind) {
  switch (kind) {
    case MarkupKind::kOrdinary:
    case MarkupKind::kPreformatted:
    case MarkupKind::kSelect:
    case MarkupKind::kTemplate:
    case MarkupKind::kColumnGroup:
    case MarkupKind::kTablePart:
    case MarkupKind::kSvg:
    case MarkupKind::kMath:
      return true;
    default:
      return false;
  }
}

// "Generate implied end tags" closes it.
bool end_tag_is_optional(const MarkupRule& rule) {
  switch (rule.start_closes) {
    case StartCloses::kItem:
    case StartCloses::kDefinition:
    case StartCloses::kOption:
    case StartCloses::kRubyText:
      return true;
    default:
      return rule.end_looks == EndLooks::kInButtonScope;
  }
}

bool is_table_or_template(const MarkupRule& rule) {
  return rule.kind == MarkupKind::kTemplate ||
         (rule.kind == MarkupKind::kTablePart && rule.start_closes == StartCloses::kNothing);
}

// Whether a search of this reach ends at an HTML element of this rule.
bool ends_search(const MarkupRule& rule, EndLooks looks) {
  switch (looks) {
    case EndLooks::kNearest:
      return rule.has(kSpecial);
    case EndLooks::kInList:
      return rule.has(kScope | kList);
    case EndLooks::kInButtonScope:
      return rule.has(kScope | kButton);
    case EndLooks::kInTable:
      return is_table_or_template(rule);
    case EndLooks::kAnywhere:
      return false;
    default:
      return rule.has(kScope);
  }
}

}  // namespace

bool Nesting::start(MarkupName name, bool self_closing) {
  if (name->has(kBreaksOut)) {
    while (in_foreign()) pop_to(size_ - 1);
  }
  if (in_foreign()) {
    if (self_closing) return true;
    const Space space = top().content;
    const auto holds_html = space == Space::kSvg ? kHoldsHtmlInSvg : kHoldsHtmlInMath;
    return push(name, space, name->has(holds_html) ? Space::kHtml : space);
  }
  close_implied(name);
  if (!may_have_content(name->kind)) return true;
  if (name->kind == MarkupKind::kSvg || name->kind == MarkupKind::kMath) {
    const Space space = name->kind == MarkupKind::kSvg ? Space::kSvg : Space::kMath;
    return self_closing || push(name, space, space);
  }
  return push(name, Space::kHtml, Space::kHtml);
}

bool Nesting::end(MarkupName name) {
  std::uint32_t& dropped = dropped_[name.id % kBuckets];
  if (dropped > 0) {
    --dropped;
    return false;
  }
  close(name);
  return true;
}

void Nesting::close_implied(MarkupName name) {
  switch (name->start_closes) {
    case StartCloses::kNothing:
      break;
    case StartCloses::kSame:
      close(name);
      break;
    case StartCloses::kItem:
    case StartCloses::kDefinition:
      close_item(name->start_closes);
      break;
    case StartCloses::kHeading:
      break;  // after the p below
    case StartCloses::kOption:
      close_option(name);
      break;
    case StartCloses::kRubyText:
      close_ruby_text();
      break;
    case StartCloses::kRowGroup:
    case StartCloses::kRow:
    case StartCloses::kCell:
      close_table_levels(name->start_closes);
      break;
  }
  if (name->has(kClosesP) && may_be_open(p_.id)) close(p_);
  if (name->start_closes == StartCloses::kHeading && size_ > 0 && top().id == name.id) {
    pop_to(size_ - 1);
  }
}

void Nesting::close_item(StartCloses kind) {
  for (int i = size_ - 1; i >= 0; --i) {
    const Element& element = elements_[i];
    if (element.own == Space::kHtml && element.rule->start_closes == kind) return pop_to(i);
    if (element.rule->has(kSpecial) && !element.rule->has(kInItem)) return;
  }
}

// In a select, an optgroup ends the one before it.
void Nesting::close_option(MarkupName name) {
  if (size_ > 0 && top().id == option_) pop_to(size_ - 1);
  const bool in_select = size_ > 1 && elements_[size_ - 2].rule->kind == MarkupKind::kSelect;
  if (in_select && name.id != option_ && top().id == name.id) pop_to(size_ - 1);
}

void Nesting::close_ruby_text() {
  if (!may_be_open(ruby_)) return;
  while (size_ > 0 && end_tag_is_optional(*top().rule)) pop_to(size_ - 1);
}

// Down to the table, or to the element that a row or cell stands in.
void Nesting::close_table_levels(StartCloses level) {
  if (!may_be_open(table_)) return;
  for (int i = size_ - 1; i >= 0; --i) {
    const MarkupRule& rule = *elements_[i].rule;
    const bool holds_level =
        rule.start_closes >= StartCloses::kRowGroup && rule.start_closes < level;
    if (holds_level || is_table_or_template(rule)) return pop_to(i + 1);
  }
}

void Nesting::close(MarkupName name) {
  const int index = find(name);
  if (index < 0) return;
  const bool alone = name->end_looks == EndLooks::kAlone ||
                     (name->end_looks == EndLooks::kFormatting && special_above(index));
  if (alone) return remove(index);
  pop_to(index);
}

// -1 if no such element is open, or none that its end tag reaches.
int Nesting::find(MarkupName name) const {
  if (!may_be_open(name.id)) return -1;
  for (int i = size_ - 1; i >= 0; --i) {
    const Element& element = elements_[i];
    if (element.id == name.id) return i;
    const bool foreign = element.own != Space::kHtml;
    const bool ends =
        foreign ? element.content == Space::kHtml : ends_search(*element.rule, name->end_looks);
    if (ends) return -1;
  }
  return -1;
}

bool Nesting::special_above(int index) const {
  return std::any_of(elements_.begin() + index + 1, elements_.begin() + size_,
                     [](const Element& element) { return element.rule->has(kSpecial); });
}

bool Nesting::push(MarkupName name, Space own, Space content) {
  if (size_ == static_cast<int>(kMaxDepth)) {
    overflowed_ = true;
    ++dropped_[name.id % kBuckets];
    any_dropped_ = true;
    return false;
  }
  elements_[size_++] = {name.rule, name.id, own, content};
  ++open_[name.id % kBuckets];
  return true;
}

// What was dropped stood in the elements that are closed now.
void Nesting::pop_to(int size) {
  if (size == size_) return;
  while (size_ > size) --open_[elements_[--size_].id % kBuckets];
  if (any_dropped_) dropped_.fill(0);
  any_dropped_ = false;
}

void Nesting::remove(int index) {
  --open_[elements_[index].id % kBuckets];
  std::copy(elements_.begin() + index + 1, elements_.begin() + size_, elements_.begin() + index);
  --size_;
}

}  // namespace thresh::page
