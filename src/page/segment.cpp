#include "page/segment.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include "base/ascii.hpp"
#include "page/attribute_value.hpp"
#include "page/code_language.hpp"
#include "page/containers.hpp"
#include "page/flow.hpp"
#include "page/head_facts.hpp"
#include "page/images.hpp"
#include "page/open_elements.hpp"
#include "page/spans.hpp"
#include "page/streamed_parts.hpp"
#include "page/strings.hpp"
#include "page/text_builder.hpp"
#include "page/visibility.hpp"

namespace thresh::page {
namespace {

constexpr std::size_t kLongLine = 12;  // words; a <br> after so many parts paragraphs
constexpr std::uint32_t kNodesBetweenClockReads = 4096;

// "1\n2\n3": the numbers beside the lines of code.
bool is_line_numbers(std::string_view text) {
  return text.find('\n') != std::string_view::npos &&
         text.find_first_not_of("0123456789 \t\n") == std::string_view::npos;
}

class Walk {
 public:
  Walk(const Dom& dom, std::string_view page, const base::Deadline& deadline)
      : dom_(dom),
        deadline_(deadline),
        flow_(find_flow(dom)),
        visibility_(dom, flow_),
        strings_(document_.text, page.size()),
        head_(dom, document_, strings_),
        images_(dom, document_, strings_),
        open_(dom, document_),
        streamed_parts_(dom) {
    document_.saved_from = strings_.add(saved_from(page));
  }

  // False if the deadline passed.
  bool run();
  Document take() { return std::move(document_); }

 private:
  std::uint32_t step(std::uint32_t next);
  std::uint32_t enter(std::uint32_t index);
  void enter_void(const DomNode& node, std::uint32_t index);
  std::uint32_t enter_skipped(const DomNode& node, std::uint32_t index);
  std::uint32_t enter_streamed_part(const DomNode& marker, std::uint32_t index);
  void enter_container(const DomNode& node, std::uint32_t index);
  void enter_inline(const DomNode& node, std::uint32_t index);
  void enter_code_line(const DomNode& node);
  bool hidden_is_due(std::uint32_t next) const;
  std::uint32_t enter_hidden(std::uint32_t next);
  void leave();

  void add_image(std::uint32_t index);
  void count_field(const DomNode& field);
  void break_line();
  void flush();

  bool in_code() const { return open_.inherited().type == BlockType::kCode; }

  const Dom& dom_;
  const base::Deadline& deadline_;
  std::vector<std::uint8_t> flow_;
  Visibility visibility_;
  Document document_;
  Strings strings_;
  HeadFacts head_;
  Images images_;
  OpenElements open_;
  StreamedParts streamed_parts_;
  TextBuilder text_;
  std::vector<std::uint32_t> hidden_;  // inline elements in the block at hand, to come after it
  std::size_t entered_hidden_ = 0;     // of them
  std::uint32_t visited_ = 0;
  std::uint32_t walked_ = 0;  // where the walk left the order of the page for a streamed part
  bool after_break_ = false;
  bool timed_out_ = false;
};

// --- the walk ------------------------------------------------------------------------------------

bool Walk::run() {
  DomNode page;
  page.end = static_cast<std::uint32_t>(dom_.nodes.size());
  OpenElement& body = open_.push(page);
  body.is_container = body.ends_block = true;
  document_.containers.emplace_back().tag = Tag::kBody;
  std::uint32_t next = 0;
  while (open_.size() > 0 && !timed_out_) next = step(next);
  const auto blocks = static_cast<std::uint32_t>(document_.blocks.size());
  for (Image& image : document_.images) image.before_block = std::min(image.before_block, blocks);
  return !timed_out_;
}

// Goes on at node `next`; returns the node to go on with.
std::uint32_t Walk::step(std::uint32_t next) {
  const OpenElement& top = open_.top();
  if (hidden_is_due(next)) {
    flush();
    return enter_hidden(next);
  }
  if (top.end <= next) {
    const std::uint32_t after = top.next == kNoNode ? next : top.next;
    leave();
    return after;
  }
  if (++visited_ % kNodesBetweenClockReads == 0) timed_out_ = deadline_.passed();
  return enter(next);
}

std::uint32_t Walk::enter(std::uint32_t index) {
  const DomNode& node = dom_.nodes[index];
  if (node.tag == Tag::kText) {
    in_code() ? text_.add_code(node) : text_.add(node);
  } else if (tag_traits(node.tag) & kVoid) {
    enter_void(node, index);
  } else if (is_skipped(dom_, node)) {
    return enter_skipped(node, index);
  } else if (node.tag == Tag::kHtml) {
    head_.read_html(node);
  } else if (node.tag == Tag::kBody) {
    add_attributes(document_, strings_, dom_, node, document_.containers[0]);
  } else if (flow_[index] & kWalked) {
    return node.end;
  } else if (in_code() && (flow_[index] & kContainer)) {
    enter_code_line(node);
  } else if (flow_[index] & kContainer) {
    enter_container(node, index);
  } else if (!in_code() && !open_.inherited().hidden && visibility_.hides(index)) {
    hidden_.push_back(index);
    return node.end;
  } else {
    enter_inline(node, index);
  }
  return index + 1;
}

void Walk::enter_void(const DomNode& node, std::uint32_t index) {
  switch (node.tag) {
    case Tag::kBase:
      return head_.read_base(node);
    case Tag::kBr:
      return break_line();
    case Tag::kEmbed:
      return text_.space();
    case Tag::kHr:
      return flush();
    case Tag::kImg:
      return add_image(index);
    case Tag::kInput:
      return count_field(node);
    case Tag::kLink:
      return head_.read_link(node);
    case Tag::kMeta:
      return head_.read_meta(node);
    case Tag::kSource:
      return images_.add_source(node);
    default:
      return;
  }
}

// Returns the node to go on with. What takes up room on the page parts the text around it.
std::uint32_t Walk::enter_skipped(const DomNode& node, std::uint32_t index) {
  switch (node.tag) {
    case Tag::kScript:
      head_.read_script(index);
      break;
    case Tag::kTitle:
      head_.read_title(index);
      break;
    case Tag::kSelect:
    case Tag::kTextarea:
      count_field(node);
      break;
    case Tag::kAudio:
    case Tag::kCanvas:
    case Tag::kIframe:
    case Tag::kSvg:
    case Tag::kVideo:
      text_.space();
      break;
    case Tag::kTemplate:
      return enter_streamed_part(node, index);
    default:
      break;
  }
  return node.end;
}

// The part is walked now, and when it comes up later it is passed over.
std::uint32_t Walk::enter_streamed_part(const DomNode& marker, std::uint32_t index) {
  const Inherited& inherited = open_.inherited();
  if (inherited.hidden) return marker.end;
  if (!inherited.streamed) walked_ = index;
  const std::uint32_t part = streamed_parts_.take(marker, walked_);
  if (part == kNoNode) return marker.end;
  flow_[part] |= kWalked;
  OpenElement& element = open_.push(dom_.nodes[part]);
  element.next = marker.end;
  element.spans = text_.open_spans();
  element.inherited.streamed = true;
  return part + 1;
}

void Walk::enter_container(const DomNode& node, std::uint32_t index) {
  flush();
  after_break_ = false;
  OpenElement& element = open_.push(node);
  element.is_container = element.ends_block = true;
  element.spans = text_.open_spans();
  Inherited& inherited = element.inherited;
  inherited.hidden = inherited.hidden || visibility_.hides(index);
  inherited.noscript = inherited.noscript || node.tag == Tag::kNoscript;
  inherited.container =
      open_container(document_, strings_, dom_, node, inherited.container, inherited.hidden);
  open_.apply_container(node, flow_[index]);
  if (in_code()) inherited.code_language = strings_.add(code_language(dom_, index));
  open_spans(text_, strings_, dom_, node);
  head_.read_meta(node);
}

// Opens nothing if there is nothing to close.
void Walk::enter_inline(const DomNode& node, std::uint32_t index) {
  const DomAttribute* classes = dom_.attribute(node, Attribute::kClass);
  const bool is_empty = node.end == index + 1;
  if (is_empty && has_word(classes, "br")) return break_line();
  const bool is_label = node.tag == Tag::kSpan && !head_of(classes).empty();
  const bool is_quotation = node.tag == Tag::kQ && (flow_[index] & kHoldsText);
  const bool is_noscript = node.tag == Tag::kNoscript;
  const std::size_t spans = text_.open_spans();
  if (is_label) text_.begin_label();
  open_spans(text_, strings_, dom_, node);
  head_.read_meta(node);
  if (const DomAttribute* itemprop = dom_.attribute(node, Attribute::kItemprop)) {
    text_.open_mark(MarkType::kItemprop, strings_.add(itemprop));
  }
  if (is_quotation) text_.add_quotation_mark("\u201C");
  if (!is_label && !is_quotation && !is_noscript && text_.open_spans() == spans) return;
  OpenElement& element = open_.push(node);
  element.spans = spans;
  element.is_label = is_label;
  element.is_quotation = is_quotation;
  element.inherited.noscript = element.inherited.noscript || is_noscript;
}

void Walk::enter_code_line(const DomNode& node) {
  text_.begin_code_line();
  OpenElement& element = open_.push(node);
  element.spans = text_.open_spans();
  element.is_code_line = true;
}

// Hidden inline elements do not tear up the sentence they stand in: each is a block of its own
// behind it. Inside them hidden elements are not put off again.
bool Walk::hidden_is_due(std::uint32_t next) const {
  if (hidden_.empty() || open_.inherited().hidden) return false;
  const bool leaves = open_.top().end <= next;
  const bool block_ends = leaves ? open_.top().ends_block : (flow_[next] & kContainer) != 0;
  return block_ends || text_.empty();
}

// Enters the next of them; the walk comes back to `next`.
std::uint32_t Walk::enter_hidden(std::uint32_t next) {
  const std::uint32_t index = hidden_[entered_hidden_++];
  if (entered_hidden_ == hidden_.size()) {
    hidden_.clear();
    entered_hidden_ = 0;
  }
  const DomNode& node = dom_.nodes[index];
  OpenElement& element = open_.push(node);
  element.next = next;
  element.ends_block = true;
  element.spans = text_.open_spans();
  element.inherited.hidden = true;
  open_spans(text_, strings_, dom_, node);
  return index + 1;
}

void Walk::leave() {
  const OpenElement element = open_.top();
  if (element.is_quotation) text_.add_quotation_mark("\u201D");
  if (element.is_code_line) text_.begin_code_line();
  text_.close_spans(element.spans);
  if (element.is_label) text_.end_label();
  if (element.ends_block) flush();
  if (element.is_container) {
    after_break_ = false;
    close_container(document_, element.inherited.container);
  }
  open_.pop();
}

// --- what stands in text or beside it ------------------------------------------------------------

void Walk::add_image(std::uint32_t index) {
  const Inherited& inherited = open_.inherited();
  const std::size_t before_block = document_.blocks.size() + (text_.empty() ? 0 : 1);
  images_.add(index,
              {inherited.container, static_cast<std::uint32_t>(before_block), inherited.noscript});
  text_.space();
}

void Walk::count_field(const DomNode& field) {
  text_.space();
  const std::string_view type = head_of(dom_.attribute(field, Attribute::kType));
  if (field.tag == Tag::kInput && base::equals_ignore_case(type, "hidden")) return;
  Container& container = document_.containers[open_.inherited().container];
  if (container.inputs == 0xFFFF) return;
  ++container.inputs;
  const std::string_view name = head_of(dom_.attribute(field, Attribute::kName));
  if (base::equals_ignore_case(type, "email") ||
      base::lower(name).find("mail") != std::string::npos) {
    ++container.email_inputs;
  }
}

// An empty line parts paragraphs, and so does the end of a long one; the short lines of a verse or
// an address stay together.
void Walk::break_line() {
  if (in_code()) return text_.end_code_line();
  if (text_.empty()) return;
  const BlockType type = open_.inherited().type;
  const bool may_part = type == BlockType::kParagraph || type == BlockType::kListItem;
  if (may_part && (text_.line_is_empty() || text_.words_in_line() >= kLongLine)) {
    flush();
    after_break_ = true;
  } else {
    text_.begin_line();
  }
}

// Ends the block at hand.
void Walk::flush() {
  Block block;
  if (text_.finish(document_, block)) {
    open_.describe(block);
    block.after_break = std::exchange(after_break_, false);
    const bool is_gutter = block.type == BlockType::kCode && open_.inherited().in_cell &&
                           is_line_numbers(document_.str(block.text));
    if (!is_gutter) document_.blocks.push_back(block);
  }
}

}  // namespace

Result<Document> segment(const Dom& dom, std::string_view page, const base::Deadline& deadline) {
  Walk walk(dom, page, deadline);
  if (!walk.run()) return Error{ErrorCode::kTimeout, "segment", "page took too long"};
  return walk.take();
}

}  // namespace thresh::page
