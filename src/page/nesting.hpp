// A model of the parser's stack of open elements, from the tags alone: good enough to say when a
// page nests too deeply, before the parser, whose time is quadratic in depth, sees it.
//
// In: the tags of a page in order. Out: which of them to drop so that no more than kMaxDepth
// elements are open; which elements are plain. Never: takes longer than kMaxDepth steps for a tag.
//
// As long as all is in order the model is the stack (is_exact()). It is not when the parser ignores
// a tag, opens an element again or puts one elsewhere; then nothing is plain any more.
#pragma once

#include <array>
#include <cstdint>

#include "page/dom.hpp"
#include "page/markup_rules.hpp"

namespace thresh::page {

class Nesting {
 public:
  // False: as many elements are open as may be; drop the tag (and keep what stands behind it).
  bool start(MarkupName name, bool self_closing);

  // False: its start tag was dropped; drop it, too.
  bool end(MarkupName name);

  // The last start tag did nothing but open its element in the place where it stands, and all that
  // the element can do is hold what stands in it and end at its end tag: to what is around, it is
  // like a letter of text. Only in the body.
  bool last_is_plain() const { return last_is_plain_; }

  // The model is, or is not, the parser's stack.
  bool is_exact() const { return is_exact_; }
  void distrust() { is_exact_ = false; }

  bool empty() const { return size_ == 0; }

  // The innermost open element is one of SVG or MathML, and does not hold HTML.
  bool in_foreign() const { return size_ > 0 && top().content != Space::kHtml; }

  // A start tag was dropped at some point.
  bool overflowed() const { return overflowed_; }

 private:
  enum class Space : std::uint8_t { kHtml, kSvg, kMath };
  struct Element {
    const MarkupRule* rule;
    std::uint32_t id;
    Space own;
    Space content;
  };

  // Elements counted by name; names may share a bucket, so it is an upper bound.
  static constexpr std::size_t kBuckets = 256;

  // Formatting elements that look alike: the parser forgets the first when there are more.
  static constexpr std::uint32_t kMostAlike = 3;

  using Counts = std::array<std::uint32_t, kBuckets>;

  const Element& top() const { return elements_[size_ - 1]; }
  bool may_be_open(std::uint32_t id) const { return open_[id % kBuckets] > 0; }

  bool open(MarkupName name, bool self_closing);
  bool is_plain_place(MarkupName name) const;
  bool is_in_table() const;
  void check_start(MarkupName name);
  void check_table(MarkupName name);
  void check_end(MarkupName name);
  bool is_misread(MarkupName end_tag) const;
  void close_implied(MarkupName name);
  void close_item(StartCloses kind);
  void close_option(MarkupName name);
  void close_ruby_text();
  void close_table_levels(StartCloses level);
  void close(MarkupName name);
  void close_form(MarkupName name);
  int find(MarkupName name) const;
  bool special_above(int index) const;
  bool push(MarkupName name, Space own, Space content);
  bool loses_formatting(int begin) const;
  void pop_to(int size);
  void drop_to(int size);
  void remove(int index);

  const MarkupName p_ = markup_name("p");
  const std::uint32_t table_ = markup_name("table").id;
  const std::uint32_t option_ = markup_name("option").id;
  const std::uint32_t ruby_ = markup_name("ruby").id;
  const std::uint32_t select_ = markup_name("select").id;
  const std::uint32_t template_ = markup_name("template").id;

  std::array<Element, kMaxDepth> elements_;
  int size_ = 0;
  Counts open_{};
  Counts dropped_{};  // start tags dropped and not ended since the top element began, by name
  bool any_dropped_ = false;
  bool overflowed_ = false;
  bool is_exact_ = true;
  bool form_is_open_ = false;  // to the parser, which ignores another then
  bool has_closed_ = false;    // the last start tag closed an element
  bool last_is_plain_ = false;
};

}  // namespace thresh::page
