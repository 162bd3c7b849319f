#include "page/text_builder.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "base/words.hpp"
#include "page/clean.hpp"
#include "page/shortcodes.hpp"
#include "page/white_space.hpp"

namespace thresh::page {
namespace {

constexpr std::size_t kMaxOpenSpans = 8;  // bounds what a block costs inside nested spans
constexpr std::string_view kCodeSpaces = " \t\n";

void append_text(std::string& out, const DomNode& text) {
  append_clean(out, text.text, text.raw ? Context::kText : Context::kLiteral);
}

}  // namespace

void TextBuilder::add(const DomNode& text) {
  const std::size_t before = run_.size();
  append_text(run_, text);
  if (!is_open(MarkType::kCode)) strip_shortcodes(run_, before);
  collapse_white_space(run_, before, before == 0 || run_[before - 1] == ' ');
  if (joint_ == before) part_joint(before);
  if (run_.find_first_not_of(' ', before) != std::string::npos) note_source(text);
}

// "<em>First</em><b>Second": where two spans meet and a capital follows on a small letter, a style
// draws a space or starts a line.
void TextBuilder::part_joint(std::size_t at) {
  if (at == 0 || at >= run_.size()) return;
  const char before = run_[at - 1];
  const char after = run_[at];
  const bool is_capital = after >= 'A' && after <= 'Z';
  if (is_capital && (base::is_digit(before) || (before >= 'a' && before <= 'z'))) {
    run_.insert(at, 1, ' ');
  }
}

void TextBuilder::add_code(const DomNode& text) {
  const std::size_t before = run_.size();
  append_text(run_, text);
  keep_white_space(run_, before);
  const std::size_t first = run_.find_first_not_of(kCodeSpaces, before);
  if (!visible_) {  // blank lines at the top go; what is there already is spaces
    const std::size_t newline = std::string_view(run_).substr(before, first - before).rfind('\n');
    if (newline != std::string_view::npos) run_.erase(0, before + newline + 1);
  }
  if (first != std::string::npos) note_source(text);
}

void TextBuilder::add_quotation_mark(std::string_view mark) {
  run_ += mark;
  visible_ = true;
}

void TextBuilder::note_source(const DomNode& text) {
  visible_ = true;
  source_begin_ = std::min(source_begin_, text.source_begin);
  source_end_ = std::max(source_end_, text.source_end);
}

void TextBuilder::space() {
  if (visible_ && run_.back() != ' ') run_ += ' ';
}

void TextBuilder::begin_line() {
  space();
  line_begin_ = run_.size();
}

std::size_t TextBuilder::words_in_line() const {
  return base::count_words(std::string_view(run_).substr(line_begin_));
}

void TextBuilder::end_code_line() {
  if (visible_) {
    run_ += '\n';
  } else {
    run_.clear();
  }
}

void TextBuilder::begin_code_line() {
  if (visible_ && run_.back() != '\n') run_ += '\n';
}

bool TextBuilder::link_is_open() const {
  return std::any_of(open_.begin(), open_.end(), [](const Span& span) { return span.is_link; });
}

bool TextBuilder::is_open(MarkType type) const {
  return std::any_of(open_.begin(), open_.end(),
                     [&](const Span& span) { return !span.is_link && span.type == type; });
}

void TextBuilder::open_link(Slice href, bool author) {
  if (link_is_open() || open_.size() == kMaxOpenSpans) return;
  if (link_end_ == run_.size()) space();
  open({true, author, {}, run_.size(), href});
}

void TextBuilder::open_mark(MarkType type, Slice value) {
  if (open_.size() == kMaxOpenSpans) return;
  if (type != MarkType::kItemprop && is_open(type)) return;
  open({false, false, type, run_.size(), value});
}

void TextBuilder::open(const Span& span) {
  if (span_end_ == run_.size()) joint_ = run_.size();
  open_.push_back(span);
}

void TextBuilder::close_spans(std::size_t down_to) {
  while (open_.size() > down_to) {
    const Span span = open_.back();
    open_.pop_back();
    const Slice text = words_since(span.begin);
    const bool is_time = !span.is_link && span.type == MarkType::kTime;
    if (!text.empty() || (is_time && !span.value.empty())) note(span, text);
    if (span.is_link && !text.empty()) link_end_ = run_.size();
    span_end_ = run_.size();
  }
}

// Without the white space around them.
Slice TextBuilder::words_since(std::size_t begin) const {
  const std::size_t first = run_.find_first_not_of(kCodeSpaces, begin);
  if (first == std::string::npos) return {};
  const std::size_t end = run_.find_last_not_of(kCodeSpaces) + 1;
  return {static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(end - first)};
}

void TextBuilder::note(const Span& span, Slice text) {
  if (span.is_link) {
    links_.push_back({text, span.value, span.author});
  } else {
    marks_.push_back({span.type, text, span.value});
  }
}

void TextBuilder::begin_label() {
  if (label_end_ == run_.size() && !is_open(MarkType::kCode)) space();
}

bool TextBuilder::finish(Document& document, Block& block) {
  const bool seen = visible_;
  if (seen) {
    run_.resize(run_.find_last_not_of(kCodeSpaces) + 1);
    for (const Span& span : open_) {
      if (const Slice text = words_since(span.begin); !text.empty()) note(span, text);
    }
    block.text = {static_cast<std::uint32_t>(document.text.size()),
                  static_cast<std::uint32_t>(run_.size())};
    block.source_begin = source_begin_;
    block.source_end = source_end_;
    block.words = static_cast<std::uint32_t>(base::count_words(run_));
    block.sentences =
        static_cast<std::uint8_t>(std::min<std::size_t>(base::count_sentences(run_), 255));
    take_links(document, block);
    take_marks(document, block);
    document.text += run_;
  }
  for (Span& span : open_) span.begin = 0;
  run_.clear();
  visible_ = false;
  line_begin_ = 0;
  link_end_ = label_end_ = span_end_ = joint_ = kNowhere;
  source_begin_ = kNone;
  source_end_ = 0;
  return seen;
}

void TextBuilder::take_links(Document& document, Block& block) {
  block.first_link = static_cast<std::uint32_t>(document.links.size());
  for (Link& link : links_) {
    block.link_words += link.text.length == block.text.length
                            ? block.words
                            : static_cast<std::uint32_t>(base::count_words(link.text.of(run_)));
    link.text.begin += block.text.begin;
    document.links.push_back(link);
  }
  block.link_words = std::min(block.link_words, block.words);  // a link may end inside a word
  block.end_link = static_cast<std::uint32_t>(document.links.size());
  links_.clear();
}

void TextBuilder::take_marks(Document& document, Block& block) {
  block.first_mark = static_cast<std::uint32_t>(document.marks.size());
  for (Mark& mark : marks_) {
    mark.text.begin += block.text.begin;
    document.marks.push_back(mark);
  }
  block.end_mark = static_cast<std::uint32_t>(document.marks.size());
  marks_.clear();
}

}  // namespace thresh::page
