// The text of the block at hand, with its links and marks: run after run of the page goes in, a
// Block comes out.
//
// Never: two spaces in a row, a space at either end, or a link or mark without words (but <time>,
// whose value counts).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "page/document.hpp"
#include "page/dom.hpp"

namespace thresh::page {

class TextBuilder {
 public:
  // Nothing that can be seen was added since the last finish().
  bool empty() const { return !visible_; }

  void add(const DomNode& text);
  void add_code(const DomNode& text);  // white space as it stands
  void add_quotation_mark(std::string_view mark);

  // Parts what comes from what was; nothing at the beginning.
  void space();

  // Lines of text, which <br> parts. They do not show in the text.
  void begin_line();
  bool line_is_empty() const { return line_begin_ == run_.size(); }
  std::size_t words_in_line() const;

  // Lines of code, which do.
  void end_code_line();
  void begin_code_line();  // nothing if the line is empty so far

  // Open until closed, and over the end of the block. Ignored are links inside links, marks inside
  // marks of the same type (but itemprop) and what is nested too deep.
  void open_link(Slice href, bool author);
  void open_mark(MarkType type, Slice value);
  std::size_t open_spans() const { return open_.size(); }
  void close_spans(std::size_t down_to);

  // Labels side by side are parted by a space: <span class=a>News</span><span class=b>Today</span>.
  void begin_label();
  void end_label() { label_end_ = run_.size(); }

  // Fills text, links, marks, counts and source of `block`, and begins the next one. False if
  // nothing was to be seen.
  bool finish(Document& document, Block& block);

 private:
  struct Span {
    bool is_link;
    bool author;    // of a link
    MarkType type;  // of a mark
    std::size_t begin;
    Slice value;  // of a link: href
  };

  bool is_open(MarkType type) const;
  bool link_is_open() const;
  Slice words_since(std::size_t begin) const;
  void open(const Span& span);
  void part_joint(std::size_t at);
  void note(const Span& span, Slice text);
  void note_source(const DomNode& text);
  void take_links(Document& document, Block& block);
  void take_marks(Document& document, Block& block);

  static constexpr std::size_t kNowhere = static_cast<std::size_t>(-1);

  std::string run_;
  bool visible_ = false;
  std::size_t line_begin_ = 0;
  std::size_t link_end_ = kNowhere;  // of the last link
  std::size_t label_end_ = kNowhere;
  std::size_t span_end_ = kNowhere;  // of the last link or mark
  std::size_t joint_ = kNowhere;     // where one began right behind another
  std::uint32_t source_begin_ = kNone;
  std::uint32_t source_end_ = 0;
  std::vector<Span> open_;
  std::vector<Link> links_;  // closed; their text is relative to the run, as that of marks_
  std::vector<Mark> marks_;
};

}  // namespace thresh::page
