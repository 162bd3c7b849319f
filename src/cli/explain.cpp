#include "cli/explain.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>
#include <vector>

namespace thresh::cli {
namespace {

constexpr std::size_t kUnlimitedTextColumns = 60;
constexpr std::size_t kLeastTextColumns = 20;
constexpr std::size_t kLeastReasonColumns = 12;
constexpr std::size_t kLabelColumns = 13;
constexpr std::size_t kFixedColumns = 31;  // all that stands before the reason

struct Style {
  char mark;
  std::string_view color;
};
constexpr Style kKept = {'+', "\x1b[32m"};
constexpr Style kBeside = {'=', "\x1b[36m"};
constexpr Style kStripped = {'-', "\x1b[31m"};
constexpr std::string_view kColorOff = "\x1b[0m";

const Style& style_of(const Block& block, bool stripped) {
  if (stripped) return kStripped;
  return block.in_text ? kKept : kBeside;
}

bool continues_character(char c) { return (c & 0xC0) == 0x80; }

// Columns of a character by its first byte: from U+3000 on nearly all are as wide as two.
std::size_t columns_of(char first_byte) {
  return static_cast<unsigned char>(first_byte) >= 0xE3 ? 2 : 1;
}

// The beginning of a text as one line of at most `columns`, and how wide it is.
struct Excerpt {
  std::string text;
  std::size_t columns = 0;
};
Excerpt excerpt(std::string_view text, std::size_t columns) {
  Excerpt out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!continues_character(text[i])) {
      const std::size_t wide = columns_of(text[i]);
      if (out.columns + wide > columns) break;
      out.columns += wide;
    }
    out.text += text[i] == '\n' || text[i] == '\t' ? ' ' : text[i];
  }
  return out;
}

struct Row {
  const Block* block;
  bool stripped;
};

std::vector<Row> rows_in_page_order(const Article& article) {
  std::vector<Row> rows;
  for (const Block& block : article.blocks) rows.push_back({&block, false});
  for (const Block& block : article.boilerplate) rows.push_back({&block, true});
  std::stable_sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
    return a.block->position < b.block->position;
  });
  return rows;
}

// As wide as the longest reason, if that leaves room for some text.
std::size_t reason_columns(const std::vector<Row>& rows, std::size_t all) {
  constexpr std::size_t kOthers = kFixedColumns + 2 + kLeastTextColumns;
  const std::size_t most =
      all == 0 ? std::string::npos : std::max(all, kOthers + kLeastReasonColumns) - kOthers;
  std::size_t columns = std::string_view("reason").size();
  for (const Row& row : rows) {
    columns = std::max(columns, excerpt(row.block->reason, most).columns);
  }
  return columns;
}

std::size_t text_columns(std::size_t all, std::size_t before) {
  if (all == 0) return kUnlimitedTextColumns;
  return all > before + kLeastTextColumns ? all - before : kLeastTextColumns;
}

void append_padded(std::string& out, const Excerpt& cell, std::size_t columns) {
  out += cell.text;
  out.append(columns - cell.columns + 2, ' ');
}

// "article, page type forum, confidence 0.93": what is known of it.
std::string page_summary(const Article& article) {
  std::string out(verdict_name(article.verdict));
  if (article.page_type) out += ", page type " + std::string(page_type_name(*article.page_type));
  if (article.confidence) {
    std::array<char, 32> confidence;
    std::snprintf(confidence.data(), confidence.size(), ", confidence %.2f", *article.confidence);
    out += confidence.data();
  }
  return out;
}

std::string headline(const Article& article, std::size_t block_count) {
  const auto in_text = std::count_if(article.blocks.begin(), article.blocks.end(),
                                     [](const Block& block) { return block.in_text; });
  return page_summary(article) + ", " + std::to_string(article.word_count) + " words in " +
         std::to_string(in_text) + " of " + std::to_string(block_count) +
         " blocks (+ kept, = kept beside the text, - stripped)\n";
}

}  // namespace

std::string explain(const Article& article, bool color, std::size_t columns) {
  const std::vector<Row> rows = rows_in_page_order(article);
  std::string out = headline(article, rows.size());
  if (rows.empty()) return out;
  const std::size_t for_reason = reason_columns(rows, columns);
  const std::size_t for_text = text_columns(columns, kFixedColumns + for_reason + 2);
  out += "  block  score  label          ";
  append_padded(out, {"reason", 6}, for_reason);
  out += "text\n";
  for (const Row& row : rows) {
    const Block& block = *row.block;
    const Style& style = style_of(block, row.stripped);
    if (color) out += style.color;
    std::array<char, 64> start;
    std::snprintf(start.data(), start.size(), "%c %5zu  %5.2f  ", style.mark, block.position + 1,
                  block.score);
    out += start.data();
    append_padded(out, excerpt(label_name(block.label), kLabelColumns), kLabelColumns);
    append_padded(out, excerpt(block.reason, for_reason), for_reason);
    out += excerpt(block.text, for_text).text;
    if (color) out += kColorOff;
    out += '\n';
  }
  return out;
}

}  // namespace thresh::cli
