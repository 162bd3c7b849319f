#include "outline.hpp"

#include <algorithm>

namespace thresh::test {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

bool is_empty(const StyledText& text) { return text.plain().empty(); }

std::string with_visible_newlines(std::string_view text) {
  std::string out;
  for (const char c : text) out += c == '\n' ? "\\n" : c == '\t' ? "\\t" : std::string(1, c);
  return out;
}

}  // namespace

void StyledText::append(std::string_view text, std::string_view href, bool code) {
  const std::string style = std::string(href) + (code ? "`" : "");
  for (const char c : text) {
    if (is_space(c)) {
      const bool breaks = c == '\n' && !one_line_;
      if (breaks || pending_space_ == '\0') pending_space_ = breaks ? '\n' : ' ';
      continue;
    }
    if (pending_space_ != '\0' && !marked_.empty()) {
      marked_ += pending_space_;
      plain_ += pending_space_;
      if (pending_space_ == '\n') style_.clear();
    }
    pending_space_ = '\0';
    if (style != style_) marked_ += "<<" + style + ">>";
    style_ = style;
    marked_ += c;
    plain_ += c;
  }
}

std::string describe(const Unit& unit) {
  std::string out = unit.kind;
  if (unit.quote_depth > 0) out += " quoted " + std::to_string(unit.quote_depth);
  if (unit.level > 0) out += " level " + std::to_string(unit.level);
  if (unit.continues) {
    out += " continues";
  } else if (unit.number > 0) {
    out += " number " + std::to_string(unit.number);
  }
  if (unit.header) out += " header";
  if (!unit.language.empty()) out += " in " + unit.language;
  return out + ": " + with_visible_newlines(unit.text);
}

void Outline::begin_comments() {
  if (in_comments_) comments.emplace_back("begin again");
  in_comments_ = true;
}

void Outline::add(const Unit& unit) {
  if (in_comments_) {
    comments.push_back(describe(unit));
    return;
  }
  units.push_back(describe(unit));
  plain += unit.plain + "\n";
}

void set_text(Unit& unit, const StyledText& text) {
  unit.text = text.marked();
  unit.plain = text.plain();
}

void set_rows(Unit& unit, Rows rows) {
  while (!rows.empty() && std::all_of(rows.front().begin(), rows.front().end(), is_empty)) {
    rows.erase(rows.begin());
    unit.header = false;
  }
  for (std::vector<StyledText>& row : rows) {
    while (!row.empty() && is_empty(row.back())) row.pop_back();
    for (const StyledText& cell : row) {
      unit.text += cell.marked() + "\t";
      unit.plain += cell.plain() + "\t";
    }
    unit.text += "\n";
    unit.plain += "\n";
  }
}

bool says_nothing(std::string_view url, std::string_view words) {
  const bool is_address = words.find('@') != words.npos && words.find("//") == words.npos;
  return is_address && (url == words || url == "mailto:" + std::string(words));
}

std::string normal_code(std::string_view text) {
  std::string out(text);
  if (out.empty() || out.back() != '\n') out += '\n';
  return out;
}

}  // namespace thresh::test
