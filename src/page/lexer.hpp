// Splits a page into tags, comments and the text between, as the tokenizer of the HTML standard
// does, but without copying a byte: a token is a stretch of the page.
//
// In: any text. Out: tokens in order. Never: knows the tree; whether a start tag begins raw text is
// the caller's to say, who then seeks to the end that raw_text_end() finds.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace thresh::page {

struct LexedAttribute {
  std::string_view name;   // as on the page
  std::string_view value;  // as on the page, without quotes
};

struct Token {
  enum Kind : unsigned char {
    kStartTag,
    kEndTag,
    kComment,  // of any kind, the bogus ones too
    kDoctype,
    kCdata,    // a CDATA section, only where asked for
    kNothing,  // "</>", which is no token at all
    kEnd,      // of the page, or of what counts: an unterminated tag is dropped
  };

  Kind kind = kEnd;
  bool self_closing = false;
  std::size_t begin = 0;  // the text before it ends here
  std::size_t end = 0;
  std::string_view name;                   // of a tag, as on the page
  std::vector<LexedAttribute> attributes;  // of a tag, doubles included
};

class Lexer {
 public:
  explicit Lexer(std::string_view page) : page_(page) {}

  // The next token from here on. In SVG and MathML (`foreign`) there are CDATA sections.
  void next(Token& token, bool foreign = false);

  // Where the text that next() has not looked at begins: the end of the last token.
  std::size_t position() const { return position_; }
  void seek(std::size_t position) { position_ = position; }

  // Where the raw text of an element that begins here ends: at the "<" of its end tag, or at the
  // end of the page.
  std::size_t raw_text_end(std::string_view element) const;

 private:
  bool lex_markup(Token& token, bool foreign);
  void lex_start_tag(Token& token);
  void lex_end_tag(Token& token);
  void lex_declaration(Token& token, bool foreign);
  void lex_rest_of_tag(Token& token, std::size_t name_begin);
  std::size_t lex_attribute(Token& token, std::size_t at) const;
  void finish(Token& token, Token::Kind kind, std::size_t end);
  std::size_t comment_end(std::size_t at) const;
  std::size_t find(char c, std::size_t at) const;
  std::size_t end_behind(std::string_view mark, std::size_t at) const;
  std::size_t skip_space(std::size_t at) const;

  std::string_view page_;
  std::size_t position_ = 0;
};

// Whether raw text of a script is such that browsers and Gumbo may not agree where it ends: a
// "<script" in a comment that is still open when "</script>" comes.
bool script_end_is_doubtful(std::string_view script_text);

}  // namespace thresh::page
