// Writes the skeleton of a page, token by token. What to write, and whether the page can have a
// skeleton at all, is for skeleton.cpp to say.
//
// In: tags and runs of text in the page's order. Out: Skeleton. Where a function returns a text, it
// is the reason why the skeleton would not be sure to give the same tree.
#pragma once

#include <cstddef>
#include <string_view>

#include "page/lexer.hpp"
#include "page/markup_rules.hpp"
#include "page/skeleton.hpp"

namespace thresh::page {

using Doubt = std::string_view;  // empty: none

// What the tokenizer makes of a run of text.
enum class TextState : unsigned char {
  kData,     // between tags
  kRcdata,   // title, textarea: character references, no tags
  kLiteral,  // script, xmp
};

class SkeletonWriter {
 public:
  explicit SkeletonWriter(std::string_view page);

  void doctype(const Token& token);
  Doubt start_tag(const Token& token, MarkupName name, bool foreign);
  Doubt plain_start_tag(const Token& token, MarkupName name);  // see Nesting::last_is_plain()
  void end_tag(std::string_view name);
  void comment();

  // The run page[begin, end). `skips_line_feed`: a first line feed is none of it.
  Doubt text(std::size_t begin, std::size_t end, TextState state, bool skips_line_feed = false);

  // From now on, white space that a run begins with is a run of its own.
  void split_space() { splits_space_ = true; }

  // From now on, text is text of the body, where the parser skips NUL.
  void enter_body() { in_body_ = true; }

  // Of the start tag written last, clean; empty if it has none.
  std::string attribute(Attribute name) const;

  // Tags, runs and attributes so far.
  std::size_t items() const { return skeleton_.nodes.size() + skeleton_.attributes.size(); }

  Skeleton take() { return std::move(skeleton_); }

 private:
  // A plain element in which no element is open that is not plain, nor was.
  struct PlainElement {
    std::uint32_t node;
    std::uint32_t offset;  // in the markup
    std::size_t tags;      // before it, as are the marks
    std::size_t marks;
    std::string_view name;
  };

  DomNode& add_node(std::size_t begin, std::size_t end);
  Doubt add_element(const Token& token);
  Doubt append_tag(const Token& token, MarkupName name, bool foreign);
  void add_mark(std::uint32_t node, char mark);
  void add_element_mark(std::uint32_t node);
  void close_plain();
  void end_plain();
  Doubt append_attributes(const Token& token, MarkupName name);
  void append_root_attributes();
  Doubt append_fingerprint(const Token& token);
  void add_run(std::size_t begin, std::size_t end, char mark, bool raw);
  std::uint32_t offset() const { return static_cast<std::uint32_t>(skeleton_.markup.size()); }
  std::uint32_t node_count() const { return static_cast<std::uint32_t>(skeleton_.nodes.size()); }

  std::string_view page_;
  Skeleton skeleton_;
  std::vector<PlainElement> plain_;  // open ones, each inside the one before
  std::size_t unsettled_ = 0;        // in the markup: behind the last mark of an element, if text
                                     // alone came since
  bool has_doctype_ = false;
  bool text_since_comment_ = false;
  bool splits_space_ = false;
  bool in_body_ = false;
};

}  // namespace thresh::page
