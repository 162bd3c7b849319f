// Article → clean HTML: only the elements and attributes below, only http, https and mailto.
#include <algorithm>
#include <cstddef>
#include <vector>

#include "write/body.hpp"
#include "write/code_language.hpp"
#include "write/fields.hpp"
#include "write/html_escape.hpp"
#include "write/lines.hpp"
#include "write/run_reader.hpp"
#include "write/writers.hpp"

namespace thresh::writers {
namespace {

class HtmlWriter final : public BodyVisitor {
 public:
  HtmlWriter(std::string& out, const WriteOptions& options) : out_(out), options_(options) {}

  void enter_quote() override { out_ += "<blockquote>\n"; }
  void leave_quote() override { out_ += "</blockquote>\n"; }

  void enter_list(int first_number) override {
    begin_line();
    at_item_start_ = false;
    list_numbered_.push_back(first_number > 0);
    if (first_number == 0) {
      out_ += "<ul>\n";
    } else if (first_number == 1) {
      out_ += "<ol>\n";
    } else {
      out_ += "<ol start=\"" + std::to_string(first_number) + "\">\n";
    }
  }
  void leave_list() override {
    out_ += list_numbered_.back() ? "</ol>\n" : "</ul>\n";
    list_numbered_.pop_back();
  }
  void enter_item() override {
    out_ += "<li>";
    at_item_start_ = true;
  }
  void leave_item() override { out_ += "</li>\n"; }

  void visit_block(const Block& block) override {
    const bool bare = at_item_start_;  // the text of an item without an element of its own
    at_item_start_ = false;
    switch (block.label) {
      case Label::kHeading:
        return write_heading(block);
      case Label::kCode:
        return write_code(block);
      case Label::kTable:
        return options_.tables ? write_table(block) : write_paragraph(block, "\t\n");
      default:
        return bare ? write_lines(block, "\n", "<br>") : write_paragraph(block, "\n");
    }
  }

  void visit_figure(const Figure& figure) override {
    const auto writable = [](const Image& image) { return is_writable_url(image.url); };
    if (std::none_of(figure.images.begin(), figure.images.end(), writable)) return;
    out_ += "<figure>\n";
    for (const Image& image : figure.images) {
      if (!writable(image)) continue;
      out_ += "<img";
      append_html_attribute(out_, "src", image.url);
      append_html_attribute(out_, "alt", image.alt);
      out_ += ">\n";
    }
    write_captions(figure.captions);
    out_ += "</figure>\n";
  }

  void enter_comments() override { out_ += "<section class=\"comments\">\n<h2>Comments</h2>\n"; }
  void leave_comments() override { out_ += "</section>\n"; }

 private:
  void begin_line() {
    if (!out_.empty() && out_.back() != '\n') out_ += '\n';
  }

  void write_captions(std::span<const Block> captions) {
    if (captions.empty()) return;
    out_ += "<figcaption>";
    bool first = true;
    for (const Block& caption : captions) {
      if (!first) out_ += "<br>";
      first = false;
      write_lines(caption, "\n", "<br>");
    }
    out_ += "</figcaption>\n";
  }

  void write_paragraph(const Block& block, std::string_view separators) {
    begin_line();
    out_ += "<p>";
    write_lines(block, separators, "<br>");
    out_ += "</p>\n";
  }

  void write_heading(const Block& block) {
    const char level = static_cast<char>('0' + std::clamp(block.level, 1, 6));
    out_ += {'<', 'h', level, '>'};
    write_lines(block, "\n", " ");
    out_ += {'<', '/', 'h', level, '>', '\n'};
  }

  void write_code(const Block& block) {
    const std::string_view language = code_language(block);
    out_ += "<pre><code";
    if (!language.empty()) {
      append_html_attribute(out_, "class", "language-" + std::string(language));
    }
    out_ += '>';
    append_html_text(out_, block.text);
    out_ += "</code></pre>\n";
  }

  void write_table(const Block& block) {
    RunReader runs(block, options_.links);
    bool in_header = block.header_rows > 0;
    bool row_start = true;
    out_ += in_header ? "<table>\n<thead>\n" : "<table>\n<tbody>\n";
    Line cell;
    for (Lines cells(block.text, "\t\n"); cells.next(cell);) {
      if (row_start) out_ += "<tr>";
      out_ += in_header ? "<th>" : "<td>";
      write_runs(runs, cell);
      out_ += in_header ? "</th>" : "</td>";
      row_start = cell.separator != '\t';
      if (!row_start) continue;
      out_ += in_header && cell.separator == '\n' ? "</tr>\n</thead>\n<tbody>\n" : "</tr>\n";
      in_header = in_header && cell.separator != '\n';
    }
    out_ += in_header ? "</thead>\n</table>\n" : "</tbody>\n</table>\n";
  }

  void write_lines(const Block& block, std::string_view separators, std::string_view between) {
    RunReader runs(block, options_.links);
    bool first = true;
    Line line;
    for (Lines lines(block.text, separators); lines.next(line);) {
      if (line.empty()) continue;
      if (!first) out_ += between;
      first = false;
      write_runs(runs, line);
    }
  }

  void write_runs(RunReader& runs, const Line& line) {
    Run run;
    for (runs.start(line.begin, line.end); runs.next(run);) {
      if (run.opens_link) {
        out_ += "<a";
        append_html_attribute(out_, "href", run.link->href);
        out_ += '>';
      }
      if (run.code) out_ += "<code>";
      append_html_text(out_, run.text);
      if (run.code) out_ += "</code>";
      if (run.closes_link) out_ += "</a>";
    }
  }

  std::string& out_;
  const WriteOptions& options_;
  std::vector<bool> list_numbered_;  // lists that are open
  bool at_item_start_ = false;
};

void append_meta(std::string& out, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  out += "<meta";
  append_html_attribute(out, "name", name);
  append_html_attribute(out, "content", value);
  out += ">\n";
}

// Title and language have elements of their own; the others are named as in JSON.
void append_head(std::string& out, const Article& article) {
  const Metadata& metadata = article.metadata;
  out += "<!DOCTYPE html>\n<html";
  if (!metadata.language.value.empty()) append_html_attribute(out, "lang", metadata.language.value);
  out += ">\n<head>\n<meta charset=\"utf-8\">\n<title>";
  append_html_text(out, metadata.title.value);
  out += "</title>\n";
  for (const std::string& author : metadata.authors.values) append_meta(out, "author", author);
  for (const std::string& tag : metadata.tags.values) append_meta(out, "tags", tag);
  if (metadata.access.value != Access::kUnknown) {
    append_meta(out, "access", access_name(metadata.access.value));
  }
  for (const MetadataField& row : kMetadataFields) {
    if (row.field == &Metadata::title || row.field == &Metadata::language) continue;
    append_meta(out, row.name, (metadata.*row.field).value);
  }
  append_meta(out, "url", article.url);
  out += "</head>\n";
}

}  // namespace

// The comments stand beside <article>, which is the body alone.
std::string write_html(const Article& article, const WriteOptions& options, const Origin&) {
  std::string body;
  HtmlWriter writer(body, options);
  walk_body(article, options.images, writer);
  if (!body.empty() || options.metadata) body = "<article>\n" + body + "</article>\n";
  if (options.comments) walk_comments(article, writer);
  if (!options.metadata) return body;
  std::string out;
  append_head(out, article);
  return out + "<body>\n" + body + "</body>\n</html>\n";
}

}  // namespace thresh::writers
