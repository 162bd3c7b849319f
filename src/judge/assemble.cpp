#include "judge/assemble.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "judge/containers.hpp"
#include "judge/images.hpp"
#include "judge/links.hpp"

namespace thresh::judge {
namespace {

// Of the cells that a colspan or empty cells leave out, at most so many are shown: a page may claim
// a million of them.
constexpr std::uint32_t kMaxSkippedCells = 32;

class Assembler {
 public:
  Assembler(Article& article, const page::Document& document, const Decisions& decisions,
            std::string_view base_url)
      : article_(article), document_(document), decisions_(decisions), links_(base_url) {}

  void blocks() {
    const std::uint32_t count = static_cast<std::uint32_t>(document_.blocks.size());
    for (std::uint32_t i = 0; i < count;) {
      const std::uint32_t next = end_of_table(i);
      if (decisions_[i].keep) {
        keep(i, next);
      } else {
        strip(i, next);
      }
      i = next;
    }
  }

  void images() { article_.images = body_images(document_, decisions_, kept_, links_); }

 private:
  // The blocks [first, end) are one table's and share a decision; end is first + 1 for any other.
  std::uint32_t end_of_table(std::uint32_t first) const {
    const auto& blocks = document_.blocks;
    std::uint32_t end = first + 1;
    if (blocks[first].cell == page::kNone) return end;
    const std::uint32_t table = document_.cells[blocks[first].cell].table;
    while (end < blocks.size() && blocks[end].cell != page::kNone &&
           document_.cells[blocks[end].cell].table == table &&
           decisions_[end].keep == decisions_[first].keep &&
           decisions_[end].label == decisions_[first].label) {
      ++end;
    }
    return end;
  }

  void keep(std::uint32_t first, std::uint32_t end) {
    article_.blocks.push_back(make(first, end));
    Block& block = article_.blocks.back();
    block.in_text = label_group(block.label) == LabelGroup::kBody;
    if (block.label == Label::kList) block.item_continues = continues_item(first);
    for (std::uint32_t i = first; i < end; ++i) {
      if (block.in_text) article_.word_count += document_.blocks[i].words;
    }
    kept_.push_back(first);
  }

  // A first block that was stripped leaves its place as the item's first to the next.
  bool continues_item(std::uint32_t i) const {
    if (!document_.blocks[i].item_continues || kept_.empty()) return false;
    const std::uint32_t before = kept_.back();
    return decisions_[before].label == Label::kList && item_of(before) == item_of(i);
  }

  std::uint32_t item_of(std::uint32_t i) const {
    return nearest_ancestor(document_, document_.blocks[i].container, page::Tag::kLi);
  }

  void strip(std::uint32_t first, std::uint32_t end) {
    Block block = make(first, end);
    block.in_text = false;
    if (first > 0 && !decisions_[first - 1].keep && joins(article_.boilerplate.back(), block)) {
      append(article_.boilerplate.back(), block);
    } else {
      article_.boilerplate.push_back(std::move(block));
    }
  }

  // Comments stay apart, as they are of several people.
  static bool joins(const Block& a, const Block& b) {
    return a.label == b.label && a.reason == b.reason && a.label != Label::kComments;
  }

  static void append(Block& to, const Block& from) {
    to.text += '\n';
    const std::size_t shift = to.text.size();
    to.text += from.text;
    for (Link link : from.links) {
      link.span.begin += shift;
      to.links.push_back(std::move(link));
    }
    for (const Span& span : from.code) to.code.push_back({span.begin + shift, span.length});
    to.score = std::max(to.score, from.score);
    to.begin = std::min(to.begin, from.begin);
    to.end = std::max(to.end, from.end);
  }

  Block make(std::uint32_t first, std::uint32_t end) {
    const page::Block& source = document_.blocks[first];
    const Decision& decision = decisions_[first];
    Block block;
    block.label = decision.label;
    block.score = static_cast<double>(decision.score);
    block.reason = decision.reason;
    block.position = first;
    block.begin = source.source_begin;
    block.quote_depth = source.quote_depth;
    if (decision.label == Label::kHeading) block.level = source.level;
    if (decision.label == Label::kList) {
      block.level = source.level;
      block.item_number = static_cast<int>(source.item_number);
    }
    if (decision.label == Label::kCode) block.language = document_.str(source.language);
    for (std::uint32_t i = first; i < end; ++i) {
      if (i > first) append_cell_separator(block.text, i);
      append_text(block, document_.blocks[i]);
      block.end = std::max<std::size_t>(block.end, document_.blocks[i].source_end);
    }
    if (decision.label == Label::kTable) block.header_rows = header_rows(first, end);
    return block;
  }

  void append_cell_separator(std::string& text, std::uint32_t i) const {
    const page::TableCell& before = document_.cells[document_.blocks[i - 1].cell];
    const page::TableCell& cell = document_.cells[document_.blocks[i].cell];
    if (document_.blocks[i].cell == document_.blocks[i - 1].cell) {
      text += ' ';
      return;
    }
    std::uint32_t tabs = cell.column;
    if (cell.row != before.row) {
      text += '\n';
    } else {
      tabs = cell.column > before.column ? cell.column - before.column : 1;
    }
    text.append(std::min(tabs, kMaxSkippedCells), '\t');
  }

  int header_rows(std::uint32_t first, std::uint32_t end) const {
    const std::uint32_t row = document_.cells[document_.blocks[first].cell].row;
    for (std::uint32_t i = first; i < end; ++i) {
      const page::TableCell& cell = document_.cells[document_.blocks[i].cell];
      if (cell.row != row) return 1;
      if (!cell.header) return 0;
    }
    return 1;
  }

  void append_text(Block& block, const page::Block& source) {
    const std::size_t shift = block.text.size();
    block.text += document_.str(source.text);
    if (source.cell != page::kNone) {  // code in a cell must not look like cells and rows
      std::replace_if(
          block.text.begin() + static_cast<std::ptrdiff_t>(shift), block.text.end(),
          [](char c) { return c == '\n' || c == '\t'; }, ' ');
    }
    for (std::uint32_t i = source.first_link; i < source.end_link; ++i) {
      const page::Link& link = document_.links[i];
      std::string href = links_.resolve(document_.str(link.href));
      if (href.empty() || link.text.empty()) continue;
      block.links.push_back({span_in(source, link.text, shift), std::move(href)});
    }
    for (std::uint32_t i = source.first_mark; i < source.end_mark; ++i) {
      const page::Mark& mark = document_.marks[i];
      if (mark.type != page::MarkType::kCode || mark.text.empty()) continue;
      const Span span = span_in(source, mark.text, shift);
      if (block.code.empty() || block.code.back().begin + block.code.back().length <= span.begin) {
        block.code.push_back(span);
      }
    }
  }

  static Span span_in(const page::Block& block, page::Slice slice, std::size_t shift) {
    return {slice.begin - block.text.begin + shift, slice.length};
  }

  Article& article_;
  const page::Document& document_;
  const Decisions& decisions_;
  LinkResolver links_;
  std::vector<std::uint32_t> kept_;  // first block of each of Article::blocks
};

}  // namespace

void assemble(Article& article, const page::Document& document, const Decisions& decisions,
              std::string_view base_url) {
  Assembler assembler(article, document, decisions, base_url);
  assembler.blocks();
  assembler.images();
}

}  // namespace thresh::judge
