#include "page/nesting.hpp"

#include <algorithm>
#include <utility>

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

bool is_table(const MarkupRule& rule) {
  return rule.kind == MarkupKind::kTablePart && rule.start_closes == StartCloses::kNothing;
}

bool is_table_or_template(const MarkupRule& rule) {
  return rule.kind == MarkupKind::kTemplate || is_table(rule);
}

// A part of a table that holds other parts: text in it goes elsewhere.
bool holds_table_parts(const MarkupRule& rule) {
  return rule.kind == MarkupKind::kColumnGroup || is_table(rule) ||
         (rule.kind == MarkupKind::kTablePart && !rule.has(kScope));
}

// Right in a table, its start tag does not put anything else on the stack than in a row or cell.
bool belongs_in_table(const MarkupRule& rule) {
  switch (rule.kind) {
    case MarkupKind::kTablePart:
      return !is_table(rule);
    case MarkupKind::kColumnGroup:
    case MarkupKind::kTemplate:
      return true;
    default:
      return !may_have_content(rule.kind);
  }
}

bool belongs_in_select(const MarkupRule& rule) {
  switch (rule.kind) {
    case MarkupKind::kInput:
    case MarkupKind::kScript:
    case MarkupKind::kSelect:
    case MarkupKind::kTemplate:
    case MarkupKind::kTextarea:
      return true;
    default:
      return rule.start_closes == StartCloses::kOption;
  }
}

// When it ends, the parser forgets the formatting elements in it.
bool is_marker(const MarkupRule& rule) { return rule.has(kScope) && !is_table(rule); }

// All its start tag may do but open it is to close others, and its end tag closes it alone.
bool may_be_plain(const MarkupRule& rule) {
  switch (rule.kind) {
    case MarkupKind::kVoid:
    case MarkupKind::kInput:
    case MarkupKind::kScript:
    case MarkupKind::kDroppedText:
    case MarkupKind::kLiteralText:
    case MarkupKind::kText:
    case MarkupKind::kTextarea:
    case MarkupKind::kSvg:
      return true;
    case MarkupKind::kOrdinary:
    case MarkupKind::kPreformatted:
      return rule.end_looks != EndLooks::kAlone && rule.end_looks != EndLooks::kInTable &&
             rule.start_closes < StartCloses::kOption;
    default:
      return false;
  }
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
  const bool place_is_plain = is_plain_place(name);
  has_closed_ = false;
  check_start(name);
  const bool kept = open(name, self_closing);
  last_is_plain_ = place_is_plain && kept && is_exact_ && !has_closed_;
  return kept;
}

bool Nesting::open(MarkupName name, bool self_closing) {
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
  check_table(name);
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
  check_end(name);
  close(name);
  return true;
}

bool Nesting::is_plain_place(MarkupName name) const {
  if (!is_exact_ || in_foreign() || is_in_table()) return false;
  if (may_be_open(select_) || may_be_open(template_) || !may_be_plain(*name.rule)) return false;
  return name->end_looks != EndLooks::kFormatting || !may_be_open(name.id);
}

bool Nesting::is_in_table() const {
  return size_ > 0 && top().own == Space::kHtml && holds_table_parts(*top().rule);
}

// Start tags that the parser ignores, or that do more to its stack than the model knows.
void Nesting::check_start(MarkupName name) {
  if (!is_exact_) return;
  const bool breaks_out = in_foreign() && name->has(kBreaksOut);
  const bool is_foster_child = is_in_table() && !belongs_in_table(*name.rule);
  const bool is_ignored = may_be_open(select_) && !belongs_in_select(*name.rule);
  if (breaks_out || is_foster_child || is_ignored) distrust();
  if (name->start_closes == StartCloses::kRubyText) distrust();
  if (name->end_looks == EndLooks::kFormatting && open_[name.id % kBuckets] >= kMostAlike) {
    distrust();
  }
  if (name->end_looks == EndLooks::kAlone) {
    if (form_is_open_ || may_be_open(name.id) || may_be_open(template_)) distrust();
    form_is_open_ = true;
  }
}

// After what the start tag of a part of a table closes, to see whether it stands in a table.
void Nesting::check_table(MarkupName name) {
  if (!is_exact_) return;
  const bool in_group = size_ > 0 && top().rule->kind == MarkupKind::kColumnGroup;
  if (name->kind == MarkupKind::kColumn) {
    if (may_be_open(table_) && !in_group && top().id != table_) distrust();
  } else if (name->kind == MarkupKind::kTablePart || name->kind == MarkupKind::kColumnGroup) {
    // In quirks mode, a p may hold a table.
    const bool is_lost = is_table(*name.rule) ? has_closed_ : in_group || !is_in_table();
    if (is_lost) distrust();
  }
}

// End tags that the parser ignores or takes for others.
void Nesting::check_end(MarkupName name) {
  if (!is_exact_ || in_foreign()) return;
  if (may_be_open(select_) && may_have_content(name->kind) && !belongs_in_select(*name.rule)) {
    distrust();
  }
  // The parser may have put in a row or a group of rows that this tag closes.
  const bool ends_rows =
      name->start_closes == StartCloses::kRowGroup || name->start_closes == StartCloses::kRow;
  if (ends_rows && may_be_open(table_) && find(name) < 0) distrust();
  if (!name.has_row() && is_misread(name)) distrust();
}

// The parser takes all names that it does not know for the same.
bool Nesting::is_misread(MarkupName end_tag) const {
  for (int i = size_ - 1; i >= 0; --i) {
    const Element& element = elements_[i];
    if (element.id == end_tag.id || element.rule->has(kSpecial)) return false;
    if (!MarkupName{element.rule, element.id}.has_row()) return true;
  }
  return false;
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
  if (name->end_looks == EndLooks::kAlone) return close_form(name);
  const int index = find(name);
  if (index < 0) return;
  const bool is_formatting = name->end_looks == EndLooks::kFormatting;
  if (is_formatting && special_above(index)) {
    distrust();
    return remove(index);
  }
  if (is_exact_ && loses_formatting(is_formatting ? index + 1 : index)) distrust();
  drop_to(index);
}

void Nesting::close_form(MarkupName name) {
  const bool was_open = std::exchange(form_is_open_, false);
  if (is_exact_ && !was_open) return;
  const int index = find(name);
  if (index < 0) return;
  while (end_tag_is_optional(*top().rule)) pop_to(size_ - 1);
  remove(index);
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
    distrust();
    ++dropped_[name.id % kBuckets];
    any_dropped_ = true;
    return false;
  }
  elements_[size_++] = {name.rule, name.id, own, content};
  ++open_[name.id % kBuckets];
  return true;
}

// Whether the parser will open formatting elements again of those from `begin` on, when they are
// closed by the tag of another.
bool Nesting::loses_formatting(int begin) const {
  bool loses = false;
  int markers = 0;
  for (int i = size_ - 1; i >= begin; --i) {
    const Element& element = elements_[i];
    if (element.own != Space::kHtml) continue;
    if (element.rule->end_looks == EndLooks::kFormatting) loses = true;
    if (!is_marker(*element.rule)) continue;
    loses = false;
    ++markers;
  }
  return loses || markers > 1;  // it forgets up to one marker
}

void Nesting::pop_to(int size) {
  if (is_exact_ && loses_formatting(size)) distrust();
  drop_to(size);
}

// What was dropped stood in the elements that are closed now.
void Nesting::drop_to(int size) {
  if (size == size_) return;
  has_closed_ = true;
  while (size_ > size) --open_[elements_[--size_].id % kBuckets];
  if (any_dropped_) dropped_.fill(0);
  any_dropped_ = false;
}

void Nesting::remove(int index) {
  has_closed_ = true;
  --open_[elements_[index].id % kBuckets];
  std::copy(elements_.begin() + index + 1, elements_.begin() + size_, elements_.begin() + index);
  --size_;
}

}  // namespace thresh::page
