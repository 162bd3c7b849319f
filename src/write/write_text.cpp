// Article → plain text: a blank line between blocks, lists on consecutive lines, a line that says
// where comments begin.
#include <algorithm>
#include <cstddef>

#include "base/ascii.hpp"
#include "write/body.hpp"
#include "write/front_matter.hpp"
#include "write/writers.hpp"

namespace thresh {
namespace {

class TextWriter final : public writers::BodyVisitor {
 public:
  TextWriter(std::string& out, bool tables) : out_(out), tables_(tables), start_(out.size()) {}

  void enter_quote() override {}
  void leave_quote() override {}

  void enter_list(int) override { ++list_depth_; }
  void leave_list() override {
    --list_depth_;
    in_list_ = list_depth_ > 0;
  }
  void enter_item() override { at_item_start_ = true; }
  void leave_item() override {}

  void visit_block(const Block& block) override {
    begin_block();
    if (block.label == Label::kCode) {
      out_.append(block.text, 0, block.text.find_last_not_of(" \t\n") + 1);
    } else if (block.label == Label::kTable) {
      append_lines(block.text, tables_ ? "\n" : "\t\n", 0);
    } else {
      append_lines(block.text, "\n", 2 * list_depth_);
    }
  }
  void visit_figure(const writers::Figure&) override {}

  void enter_comments() override {
    begin_block();
    out_ += "--- Comments ---";
  }
  void leave_comments() override {}

 private:
  void begin_block() {
    if (out_.size() > start_) out_ += in_list_ ? "\n" : "\n\n";
    in_list_ = list_depth_ > 0;
    if (!in_list_) return;
    out_.append(2 * (list_depth_ - 1), ' ');
    out_ += at_item_start_ ? "- " : "  ";
    at_item_start_ = false;
  }

  void append_lines(std::string_view text, std::string_view separators, std::size_t indent) {
    bool first = true;
    for (std::size_t at = 0, end; at < text.size(); at = end + 1) {
      end = static_cast<std::size_t>(
          std::find_first_of(text.begin() + at, text.end(), separators.begin(), separators.end()) -
          text.begin());
      if (at == end) continue;
      if (!first) {
        out_ += '\n';
        out_.append(indent, ' ');
      }
      first = false;
      out_.append(text, at, end - at);
    }
  }

  std::string& out_;
  bool tables_;
  std::size_t start_;
  std::size_t list_depth_ = 0;
  bool in_list_ = false;  // the last block was of the list that is open
  bool at_item_start_ = false;
};

}  // namespace

std::string plain_text(const Article& article, bool tables) {
  std::string out;
  TextWriter writer(out, tables);
  writers::walk_body(article, false, writer);
  return out;
}

namespace writers {

std::string write_text(const Article& article, const WriteOptions& options, const Origin&) {
  std::string out;
  if (options.metadata) append_front_matter(out, article);
  TextWriter writer(out, options.tables);
  walk_body(article, false, writer);
  if (options.comments) walk_comments(article, writer);
  if (!out.empty() && out.back() != '\n') out += '\n';
  return out;
}

}  // namespace writers
}  // namespace thresh
