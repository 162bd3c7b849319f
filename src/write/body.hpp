// The flat blocks of an article → the nested shape of a document, told as a walk.
//
// In: Article. Out: calls on a visitor, properly nested: quotes hold lists and blocks, lists hold
// items, items hold blocks and lists. Which blocks belong to the body, what is one list, and where
// images stand is decided here alone, so that all formats agree. The comments of readers are a walk
// of their own, after the body's. Never: recurses, or nests deeper than the bounds below, which
// keep indented output in proportion to the text.
#pragma once

#include <span>
#include <vector>

#include "thresh/article.hpp"

namespace thresh::writers {

inline constexpr int kMaxQuoteDepth = 8;
inline constexpr int kMaxListDepth = 16;

// Images that stand together, with what is written beside them.
struct Figure {
  std::span<const Image> images;
  std::span<const Block> captions;
};

class BodyVisitor {
 public:
  virtual ~BodyVisitor() = default;

  virtual void enter_quote() = 0;
  virtual void leave_quote() = 0;

  // Items are numbered from first_number on; 0: bullets. A list without items of its own is made
  // where levels are skipped: it holds one item, which holds the deeper list.
  virtual void enter_list(int first_number) = 0;
  virtual void leave_list() = 0;
  virtual void enter_item() = 0;
  virtual void leave_item() = 0;

  virtual void visit_block(const Block& block) = 0;  // never blank
  virtual void visit_figure(const Figure& figure) = 0;

  // Around the comments; inside are quotes and blocks alone.
  virtual void enter_comments() = 0;
  virtual void leave_comments() = 0;
};

// Figures are visited only if `images`.
void walk_body(const Article& article, bool images, BodyVisitor& visitor);

// Visits nothing if there are no comments.
void walk_comments(const Article& article, BodyVisitor& visitor);

// What was stripped as comments of readers, without what is blank; points into the article.
std::vector<const Block*> comments_of(const Article& article);

}  // namespace thresh::writers
