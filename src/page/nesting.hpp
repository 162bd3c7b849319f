// A model of the parser's stack of open elements, from the tags alone: good enough to say when a
// page nests too deeply, before the parser, whose time is quadratic in depth, sees it.
//
// In: the tags of a page in order. Out: which of them to drop so that no more than kMaxDepth
// elements are open. Never: takes longer than kMaxDepth steps for a tag.
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
  using Counts = std::array<std::uint32_t, kBuckets>;

  const Element& top() const { return elements_[size_ - 1]; }
  bool may_be_open(std::uint32_t id) const { return open_[id % kBuckets] > 0; }

  void close_implied(MarkupName name);
  void close_item(StartCloses kind);
  void close_option(MarkupName name);
  void close_ruby_text();
  void close_table_levels(StartCloses level);
  void close(MarkupName name);
  int find(MarkupName name) const;
  bool special_above(int index) const;
  bool push(MarkupName name, Space own, Space content);
  void pop_to(int size);
  void remove(int index);

  const MarkupName p_ = markup_name("p");
  const std::uint32_t table_ = markup_name("table").id;
  const std::uint32_t option_ = markup_name("option").id;
  const std::uint32_t ruby_ = markup_name("ruby").id;

  std::array<Element, kMaxDepth> elements_;
  int size_ = 0;
  Counts open_{};
  Counts dropped_{};  // start tags dropped and not ended since the top element began, by name
  bool any_dropped_ = false;
  bool overflowed_ = false;
};

}  // namespace thresh::page
