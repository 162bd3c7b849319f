#include "expected.hpp"

#include <algorithm>
#include <sstream>

namespace thresh::test {
namespace {

constexpr int kMaxListDepth = 16;
constexpr int kMaxQuoteDepth = 8;

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t\n\r\f") == std::string_view::npos;
}

bool may_be_written(std::string_view url) {
  for (const char* scheme : {"http://", "https://", "mailto:"}) {
    if (url.substr(0, std::string_view(scheme).size()) == scheme) return true;
  }
  const bool controls =
      std::any_of(url.begin(), url.end(), [](char c) { return c > 0 && c <= ' '; });
  return !url.empty() && !controls &&
         url.substr(0, url.find('/')).find(':') == std::string_view::npos;
}

// The style of each byte of a block's text.
struct Style {
  std::string_view href;
  bool code = false;
};

std::vector<Style> styles_of(const Block& block, bool links) {
  std::vector<Style> styles(block.text.size());
  const auto each = [&](const Span& span, auto&& change) {
    const std::size_t end = std::min(span.begin + span.length, styles.size());
    for (std::size_t i = span.begin; i < end; ++i) change(styles[i]);
  };
  for (const Span& span : block.code) each(span, [](Style& style) { style.code = true; });
  if (!links) return styles;
  for (const Link& link : block.links) {
    if (link.span.begin >= block.text.size() || !may_be_written(link.href)) continue;
    const std::string words = block.text.substr(link.span.begin, link.span.length);
    if (says_nothing(link.href, words)) continue;
    each(link.span, [&](Style& style) { style.href = link.href; });
  }
  return styles;
}

StyledText styled(const Block& block, std::size_t begin, std::size_t end, bool links,
                  bool one_line = false, bool tabs_break = false) {
  const std::vector<Style> styles = styles_of(block, links);
  StyledText text(one_line);
  for (std::size_t i = begin; i < end; ++i) {
    const char c = tabs_break && block.text[i] == '\t' ? '\n' : block.text[i];
    text.append(std::string_view(&c, 1), styles[i].href, styles[i].code);
  }
  return text;
}

Rows rows_of(const Block& block, bool links) {
  Rows rows(1);
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= block.text.size(); ++i) {
    const char c = i < block.text.size() ? block.text[i] : '\n';
    if (c != '\t' && c != '\n') continue;
    rows.back().push_back(styled(block, begin, i, links));
    begin = i + 1;
    if (c == '\n' && i < block.text.size()) rows.emplace_back();
  }
  return rows;
}

int quote_depth(const Block& block) {
  return std::min(std::max(block.quote_depth, block.label == Label::kQuote ? 1 : 0),
                  kMaxQuoteDepth);
}
int list_level(const Block& block) { return std::clamp(block.level, 1, kMaxListDepth); }

bool same_list(const Block* before, const Block& block) {
  return before != nullptr && before->label == Label::kList && block.label == Label::kList &&
         quote_depth(*before) == quote_depth(block);
}

void describe_item(Unit& unit, const Block* before, const Block& block) {
  unit.kind = "item";
  unit.level = list_level(block);
  unit.continues =
      block.item_continues && same_list(before, block) && list_level(*before) >= unit.level;
  unit.number = block.item_number > 0 && block.item_number < 1'000'000'000 ? block.item_number : 0;
}

Unit unit_of(const Block* before, const Block& block, const WriteOptions& options) {
  Unit unit;
  unit.kind = "paragraph";
  unit.quote_depth = quote_depth(block);
  const bool tabs_break = block.label == Label::kTable && !options.tables;
  if (block.label == Label::kHeading) {
    unit.kind = "heading";
    unit.level = std::clamp(block.level, 1, 6);
  } else if (block.label == Label::kList) {
    describe_item(unit, before, block);
  } else if (block.label == Label::kCode) {
    unit.kind = "code";
    unit.language = block.language.find(' ') == std::string::npos ? block.language : "";
    unit.text = unit.plain = normal_code(block.text);
    return unit;
  } else if (block.label == Label::kTable && options.tables) {
    unit.kind = "table";
    unit.header = block.header_rows > 0;
    set_rows(unit, rows_of(block, options.links));
    return unit;
  }
  set_text(unit,
           styled(block, 0, block.text.size(), options.links, unit.kind == "heading", tabs_break));
  return unit;
}

std::vector<const Block*> body_of(const Article& article) {
  std::vector<const Block*> body;
  for (const Block& block : article.blocks) {
    if (block.in_text && !is_blank(block.text)) body.push_back(&block);
  }
  return body;
}

void append_lines(std::vector<std::string>& lines, const std::string& text) {
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
}

void add_comments(Outline& outline, const Article& article, const WriteOptions& options) {
  const std::vector<const Block*> comments = expected_comments(article);
  if (comments.empty()) return;
  outline.begin_comments();
  Unit title;
  title.kind = "heading";
  title.level = 2;
  title.text = "Comments";
  outline.add(title);
  for (const Block* block : comments) outline.add(unit_of(nullptr, *block, options));
}

}  // namespace

std::vector<const Block*> expected_comments(const Article& article) {
  std::vector<const Block*> comments;
  for (const Block& block : article.boilerplate) {
    if (block.label == Label::kComments && !is_blank(block.text)) comments.push_back(&block);
  }
  return comments;
}

Outline expected_outline(const Article& article, const WriteOptions& options) {
  Outline outline;
  const Block* before = nullptr;
  for (const Block* block : body_of(article)) {
    outline.add(unit_of(before, *block, options));
    before = block;
  }
  if (options.comments) add_comments(outline, article, options);
  if (!options.images) return outline;
  for (const Image& image : article.images) {
    StyledText alt(true);
    alt.append(image.alt);
    if (may_be_written(image.url)) outline.images.push_back(image.url + " " + alt.marked());
  }
  for (const Block& block : article.blocks) {
    if (block.label != Label::kCaption) continue;
    append_lines(outline.captions, styled(block, 0, block.text.size(), options.links).marked());
  }
  return outline;
}

std::vector<std::string> expected_text_lines(const Article& article, const WriteOptions& options) {
  std::vector<std::string> lines;
  const Block* before = nullptr;
  for (const Block* block : body_of(article)) {
    const Unit unit = unit_of(before, *block, {});
    before = block;
    std::string text = block->text;
    if (block->label == Label::kTable && !options.tables)
      std::replace(text.begin(), text.end(), '\t', '\n');
    if (block->label == Label::kCode) text.erase(text.find_last_not_of(" \t\n") + 1);
    std::string indent(unit.kind == "item" ? 2 * static_cast<std::size_t>(unit.level - 1) : 0, ' ');
    std::vector<std::string> own;
    append_lines(own, text);
    for (std::size_t i = 0; i < own.size(); ++i) {
      if (is_blank(own[i])) continue;
      const char* mark = unit.kind != "item" ? "" : i == 0 && !unit.continues ? "- " : "  ";
      lines.push_back(indent + mark + own[i]);
    }
  }
  if (!options.comments || expected_comments(article).empty()) return lines;
  lines.emplace_back("--- Comments ---");
  for (const Block* block : expected_comments(article)) append_lines(lines, block->text);
  lines.erase(std::remove_if(lines.begin(), lines.end(), is_blank), lines.end());
  return lines;
}

}  // namespace thresh::test
