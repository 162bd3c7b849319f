#include "page/lexer.hpp"

#include <cstdint>
#include <cstring>

#include "base/ascii.hpp"
#include "base/character_table.hpp"

namespace thresh::page {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

enum CharacterClass : std::uint8_t {
  kSpace = 1 << 0,
  kEndsName = 1 << 1,  // of a tag
  kEndsAttributeName = 1 << 2,
  kEndsUnquotedValue = 1 << 3,
};

constexpr base::CharacterTable kClasses = [] {
  base::CharacterTable classes;
  classes.add(" \t\n\f\r", kSpace | kEndsName | kEndsAttributeName | kEndsUnquotedValue);
  classes.add("/", kEndsName | kEndsAttributeName);
  classes.add(">", kEndsName | kEndsAttributeName | kEndsUnquotedValue);
  classes.add("=", kEndsAttributeName);
  return classes;
}();

bool names_element(std::string_view text, std::string_view element) {
  return text.size() > element.size() && kClasses.is(text[element.size()], kEndsName) &&
         base::starts_with_ignore_case(text, element);
}

}  // namespace

void Lexer::next(Token& token, bool foreign) {
  for (std::size_t at = position_;; ++at) {
    at = find('<', at);
    token.begin = at + 1 < page_.size() ? at : page_.size();  // a last '<' is text
    if (token.begin == page_.size()) return finish(token, Token::kEnd, page_.size());
    if (lex_markup(token, foreign)) return;
  }
}

// False: the '<' at token.begin is text.
bool Lexer::lex_markup(Token& token, bool foreign) {
  const char c = page_[token.begin + 1];
  if (base::is_alpha(c)) {
    lex_start_tag(token);
  } else if (c == '/') {
    if (token.begin + 2 == page_.size()) return false;
    lex_end_tag(token);
  } else if (c == '!') {
    lex_declaration(token, foreign);
  } else if (c == '?') {
    finish(token, Token::kComment, end_behind(">", token.begin));
  } else {
    return false;
  }
  return true;
}

void Lexer::lex_start_tag(Token& token) {
  token.kind = Token::kStartTag;
  lex_rest_of_tag(token, token.begin + 1);
}

void Lexer::lex_end_tag(Token& token) {
  const std::size_t name_begin = token.begin + 2;
  if (base::is_alpha(page_[name_begin])) {
    token.kind = Token::kEndTag;
    lex_rest_of_tag(token, name_begin);
  } else if (page_[name_begin] == '>') {
    finish(token, Token::kNothing, name_begin + 1);
  } else {
    finish(token, Token::kComment, end_behind(">", name_begin));
  }
}

void Lexer::lex_declaration(Token& token, bool foreign) {
  const std::size_t at = token.begin + 2;
  const std::string_view rest = page_.substr(at);
  if (rest.starts_with("--")) {
    finish(token, Token::kComment, comment_end(at + 2));
  } else if (base::starts_with_ignore_case(rest, "doctype")) {
    finish(token, Token::kDoctype, end_behind(">", at));
  } else if (foreign && rest.starts_with("[CDATA[")) {
    finish(token, Token::kCdata, end_behind("]]>", at + 7));
  } else {
    finish(token, Token::kComment, end_behind(">", at));
  }
}

void Lexer::lex_rest_of_tag(Token& token, std::size_t name_begin) {
  std::size_t at = kClasses.find(page_, name_begin, kEndsName);
  token.name = page_.substr(name_begin, at - name_begin);
  token.attributes.clear();
  token.self_closing = false;
  while (at < page_.size()) {
    const char c = page_[at];
    if (c == '>') return finish(token, token.kind, at + 1);
    if (kClasses.is(c, kSpace) || c == '/') {
      ++at;
      token.self_closing = c == '/' && at < page_.size() && page_[at] == '>';
    } else {
      at = lex_attribute(token, at);
    }
  }
  finish(token, Token::kEnd, page_.size());
}

// Where the attribute ends; past the page if that ends first.
std::size_t Lexer::lex_attribute(Token& token, std::size_t at) const {
  // Whatever stands first belongs to the name, even '='.
  const std::size_t name_end = kClasses.find(page_, at + 1, kEndsAttributeName);
  const std::string_view name = page_.substr(at, name_end - at);
  at = skip_space(name_end);
  if (at >= page_.size()) return at;
  if (page_[at] != '=') {
    token.attributes.push_back({name, page_.substr(name_end, 0)});
    return at;
  }
  at = skip_space(at + 1);
  if (at >= page_.size()) return at;
  const char quote = page_[at];
  const bool quoted = quote == '"' || quote == '\'';
  const std::size_t begin = quoted ? at + 1 : at;
  const std::size_t end =
      quoted ? find(quote, begin) : kClasses.find(page_, begin, kEndsUnquotedValue);
  token.attributes.push_back({name, page_.substr(begin, end - begin)});
  return quoted ? end + 1 : end;
}

void Lexer::finish(Token& token, Token::Kind kind, std::size_t end) {
  token.kind = kind;
  token.end = end;
  position_ = end;
}

std::size_t Lexer::raw_text_end(std::string_view element) const {
  for (std::size_t at = position_;; ++at) {
    at = find('<', at);
    if (at + 1 >= page_.size()) return page_.size();
    if (page_[at + 1] == '/' && names_element(page_.substr(at + 2), element)) return at;
  }
}

// `at`: behind "<!--".
std::size_t Lexer::comment_end(std::size_t at) const {
  const std::string_view rest = page_.substr(at);
  if (rest.starts_with(">")) return at + 1;
  if (rest.starts_with("->")) return at + 2;
  while ((at = page_.find("--", at)) != kNone) {
    const std::string_view behind = page_.substr(at + 2);
    if (behind.starts_with(">")) return at + 3;
    if (behind.starts_with("!>")) return at + 4;
    ++at;
  }
  return page_.size();
}

std::size_t Lexer::find(char c, std::size_t at) const {
  if (at >= page_.size()) return page_.size();
  const void* found = std::memchr(page_.data() + at, c, page_.size() - at);
  return found ? static_cast<std::size_t>(static_cast<const char*>(found) - page_.data())
               : page_.size();
}

std::size_t Lexer::end_behind(std::string_view mark, std::size_t at) const {
  const std::size_t found = page_.find(mark, at);
  return found == kNone ? page_.size() : found + mark.size();
}

std::size_t Lexer::skip_space(std::size_t at) const {
  while (at < page_.size() && kClasses.is(page_[at], kSpace)) ++at;
  return at;
}

bool script_end_is_doubtful(std::string_view script_text) {
  for (std::size_t at = 0; (at = script_text.find("<!--", at)) != kNone;) {
    const std::size_t end = script_text.find("-->", at + 2);
    if (end != kNone) {
      at = end + 3;
      continue;
    }
    const std::string_view comment = script_text.substr(at + 4);
    for (std::size_t tag = 0; (tag = comment.find('<', tag)) != kNone; ++tag) {
      if (names_element(comment.substr(tag + 1), "script")) return true;
    }
    return false;
  }
  return false;
}

}  // namespace thresh::page
