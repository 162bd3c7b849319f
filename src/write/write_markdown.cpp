// Article → Markdown (CommonMark with GitHub's tables) that reads back as the same blocks.
#include <algorithm>
#include <cstddef>
#include <vector>

#include "base/ascii.hpp"
#include "write/body.hpp"
#include "write/code_language.hpp"
#include "write/front_matter.hpp"
#include "write/lines.hpp"
#include "write/markdown_escape.hpp"
#include "write/run_reader.hpp"
#include "write/writers.hpp"

namespace thresh::writers {
namespace {

class MarkdownWriter final : public BodyVisitor {
 public:
  MarkdownWriter(std::string& out, const WriteOptions& options) : out_(out), options_(options) {}

  void enter_quote() override { prefix_ += "> "; }
  void leave_quote() override { shorten_prefix(2); }

  void enter_list(int first_number) override {
    const bool differs = first_number > 0 && closed_delimiter_ == '.';
    lists_.push_back({first_number, differs ? ')' : '.'});
  }
  void leave_list() override {
    closed_delimiter_ = lists_.back().number > 0 ? lists_.back().delimiter : '\0';
    lists_.pop_back();
  }

  void enter_item() override {
    List& list = lists_.back();
    // Only a list that starts with 1 may follow the text of an item without a blank line.
    const bool first_may_be_tight = lists_.size() > 1 && list.number <= 1;
    begin_piece(list.has_items || first_may_be_tight ? kNextLine : kBlankLine);
    list.has_items = true;
    const std::string marker =
        list.number > 0 ? std::to_string(list.number++) + list.delimiter + ' ' : "- ";
    out_ += marker;
    prefix_.append(marker.size(), ' ');
    list.marker_width = marker.size();
    at_item_start_ = true;
  }
  void leave_item() override { shorten_prefix(lists_.back().marker_width); }

  void visit_block(const Block& block) override {
    begin_piece(kBlankLine);
    switch (block.label) {
      case Label::kHeading:
        return write_heading(block);
      case Label::kCode:
        return write_code(block);
      case Label::kTable:
        return options_.tables ? write_table(block) : write_paragraph(block, "\t\n");
      default:
        return write_paragraph(block, "\n");
    }
  }

  void visit_figure(const Figure& figure) override {
    bool first = true;
    for (const Image& image : figure.images) {
      if (!is_writable_url(image.url)) continue;
      if (first) {
        begin_piece(kBlankLine);
      } else {
        break_line();
      }
      first = false;
      write_image(image);
    }
    if (first) return;
    for (const Block& caption : figure.captions) {
      if (base::trim(caption.text).empty()) continue;
      break_line();
      write_paragraph(caption, "\n");
    }
  }

  // A body has no rules, so this one tells its end. Of dashes, it might look like front matter.
  void enter_comments() override {
    begin_piece(kBlankLine);
    out_ += "***";
    begin_piece(kBlankLine);
    out_ += "## Comments";
  }
  void leave_comments() override {}

 private:
  enum Gap { kNextLine, kBlankLine };

  struct List {
    int number;  // of the next item; 0: bullets
    char delimiter;
    bool has_items = false;
    std::size_t marker_width = 0;  // of the item that is open
  };

  // Starts a line for a block or an item, unless an item's marker has just started it.
  void begin_piece(Gap gap) {
    if (!at_item_start_) {
      if (!out_.empty()) out_ += '\n';
      if (!out_.empty() && gap == kBlankLine) {
        // Only what is around both pieces is around the gap, else a quote would go on through it.
        const std::string_view around = std::string_view(prefix_).substr(0, shared_prefix_size_);
        out_.append(around, 0, around.find_last_not_of(' ') + 1);
        out_ += '\n';
      }
      out_ += prefix_;
    }
    at_item_start_ = false;
    closed_delimiter_ = '\0';
    shared_prefix_size_ = prefix_.size();
  }

  void shorten_prefix(std::size_t count) {
    prefix_.resize(prefix_.size() - count);
    shared_prefix_size_ = std::min(shared_prefix_size_, prefix_.size());
  }

  void next_line() {
    out_ += '\n';
    out_ += prefix_;
  }

  void break_line() {
    out_ += '\\';
    next_line();
  }

  void write_paragraph(const Block& block, std::string_view separators) {
    RunReader runs(block, options_.links);
    bool first = true;
    Line line;
    for (Lines lines(block.text, separators); lines.next(line);) {
      if (line.empty()) continue;
      if (!first) break_line();
      first = false;
      write_runs(runs, line, {.line_start = true});
    }
  }

  void write_heading(const Block& block) {
    RunReader runs(block, options_.links);
    out_.append(std::clamp(block.level, 1, 6), '#');
    Line line;
    for (Lines lines(block.text, "\n"); lines.next(line);) {
      if (line.empty()) continue;
      out_ += ' ';
      write_runs(runs, line, {});
    }
    if (out_.back() == '#') out_.insert(out_.size() - 1, 1, '\\');  // else taken for a closing mark
  }

  void write_code(const Block& block) {
    const std::string fence = backtick_fence(block.text, 3);
    out_ += fence;
    out_ += code_language(block);
    std::string_view rest = block.text;
    while (!rest.empty()) {
      const std::string_view line = rest.substr(0, rest.find('\n'));
      next_line();
      out_ += line;
      rest.remove_prefix(std::min(line.size() + 1, rest.size()));
    }
    next_line();
    out_ += fence;
  }

  // Without a header row in the page, one of empty cells stands in.
  void write_table(const Block& block) {
    RunReader runs(block, options_.links);
    const std::size_t columns = count_columns(block.text);
    std::size_t column = 0;
    bool header_done = block.header_rows == 0;
    if (header_done) write_header_end(0, columns);
    Line cell;
    for (Lines cells(block.text, "\t\n"); cells.next(cell);) {
      if (column++ == 0) {
        if (header_done) next_line();
        out_ += '|';
      }
      out_ += ' ';
      write_runs(runs, cell, {.in_table = true});
      out_ += " |";
      if (cell.separator == '\t') continue;
      if (!header_done) write_header_end(column, columns);
      header_done = true;
      column = 0;
    }
  }

  static std::size_t count_columns(std::string_view text) {
    std::size_t most = 0;
    std::size_t column = 0;
    Line cell;
    for (Lines cells(text, "\t\n"); cells.next(cell);) {
      most = std::max(most, ++column);
      if (cell.separator != '\t') column = 0;
    }
    return most;
  }

  // Fills the header row up, as cells of later rows beyond its end would be lost, and closes it.
  void write_header_end(std::size_t column, std::size_t columns) {
    if (column == 0) out_ += '|';
    for (; column < columns; ++column) out_ += "  |";
    next_line();
    out_ += '|';
    for (; columns > 0; --columns) out_ += " --- |";
  }

  void write_image(const Image& image) {
    out_ += "![";
    bool first = true;
    Line line;
    const std::string_view alt = image.alt;
    for (Lines lines(alt, "\n"); lines.next(line);) {
      if (!first) out_ += ' ';
      first = false;
      append_markdown_text(out_, alt.substr(line.begin, line.end - line.begin), {.in_link = true});
    }
    close_link(image.url, false, "");
  }

  void write_runs(RunReader& runs, const Line& line, MarkdownPlace place) {
    Run run;
    bool like_definition = false;  // "[`a]: b`](c)" would define a link named "`a"
    for (runs.start(line.begin, line.end); runs.next(run); place.line_start = false) {
      if (run.opens_link) open_link();
      if (run.code) {
        append_markdown_code(out_, run.text, place.in_table);
        like_definition = like_definition || run.text.find("]:") != std::string_view::npos;
      } else {
        place.in_link = run.link != nullptr;
        place.line_start = place.line_start && !place.in_link;
        append_markdown_text(out_, run.text, place);
      }
      if (run.closes_link) {
        close_link(run.link->href, place.in_table, like_definition ? " \"\"" : "");
      }
    }
  }

  void open_link() {
    if (!out_.empty() && out_.back() == '!') {
      out_.insert(out_.size() - 1, 1, '\\');  // else it would be an image
    }
    out_ += '[';
  }

  void close_link(std::string_view url, bool in_table, std::string_view title) {
    out_ += "](";
    append_markdown_url(out_, url, in_table);
    out_ += title;
    out_ += ')';
  }

  std::string& out_;  // only what this writer wrote; its last line is still open
  const WriteOptions& options_;
  std::string prefix_;                  // what lines inside the open quotes and items begin with
  std::size_t shared_prefix_size_ = 0;  // shortest that prefix_ has been since the last piece
  std::vector<List> lists_;             // that are open
  char closed_delimiter_ = '\0';        // of the numbered list that ended right before
  bool at_item_start_ = false;
};

}  // namespace

std::string write_markdown(const Article& article, const WriteOptions& options, const Origin&) {
  std::string body;
  MarkdownWriter writer(body, options);
  walk_body(article, options.images, writer);
  if (options.comments) walk_comments(article, writer);
  if (!body.empty()) body += '\n';
  if (!options.metadata) return body;
  std::string out;
  append_front_matter(out, article);
  return out + body;
}

}  // namespace thresh::writers
