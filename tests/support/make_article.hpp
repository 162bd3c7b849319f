// Articles by hand, for the tests of what is made from them.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "thresh/article.hpp"

namespace thresh::test {

inline Block block(Label label, std::string text) {
  Block out;
  out.label = label;
  out.text = std::move(text);
  out.in_text = label_group(label) == LabelGroup::kBody;
  if (label == Label::kQuote) out.quote_depth = 1;
  return out;
}

inline Block paragraph(std::string text) { return block(Label::kParagraph, std::move(text)); }
inline Block quote(std::string text) { return block(Label::kQuote, std::move(text)); }
inline Block code(std::string text) { return block(Label::kCode, std::move(text)); }
inline Block caption(std::string text) { return block(Label::kCaption, std::move(text)); }

inline Block heading(int level, std::string text) {
  Block out = block(Label::kHeading, std::move(text));
  out.level = level;
  return out;
}

// number 0: a bullet.
inline Block item(int level, std::string text, int number = 0) {
  Block out = block(Label::kList, std::move(text));
  out.level = level;
  out.item_number = number;
  return out;
}

inline Block continued(int level, std::string text) {
  Block out = item(level, std::move(text));
  out.item_continues = true;
  return out;
}

inline Block table(int header_rows, std::string text) {
  Block out = block(Label::kTable, std::move(text));
  out.header_rows = header_rows;
  return out;
}

inline Block quoted(int depth, Block out) {
  out.quote_depth = depth;
  return out;
}

// Makes the first `words` in the block's text a link.
inline Block linked(Block out, std::string_view words, std::string href) {
  out.links.push_back({{out.text.find(words), words.size()}, std::move(href)});
  return out;
}

// Makes the first `words` in the block's text inline code.
inline Block coded(Block out, std::string_view words) {
  out.code.push_back({out.text.find(words), words.size()});
  return out;
}

inline Article article(std::initializer_list<Block> blocks) {
  Article out;
  out.verdict = Verdict::kArticle;
  out.blocks = blocks;
  return out;
}

}  // namespace thresh::test
