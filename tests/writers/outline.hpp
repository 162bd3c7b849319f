// What a reader sees of a document, whatever its format: the common ground on which the oracle
// compares an Article with what the writers made of it. Shares no code with the writers.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace thresh::test {

// Text with its links and code marked, white space collapsed, line breaks kept.
class StyledText {
 public:
  // one_line: a line break counts as a space.
  explicit StyledText(bool one_line = false) : one_line_(one_line) {}

  void append(std::string_view text, std::string_view href = {}, bool code = false);

  // Lines are marked each by itself: "plain <</href>>linked <<`>>code".
  const std::string& marked() const { return marked_; }
  const std::string& plain() const { return plain_; }

 private:
  bool one_line_;
  std::string marked_;
  std::string plain_;
  std::string style_;
  char pending_space_ = '\0';
};

struct Unit {
  std::string kind;  // "paragraph", "heading", "item", "code", "table", or what should not be there
  int quote_depth = 0;
  int level = 0;           // of a heading or an item
  int number = 0;          // of an item; 0: bullet
  bool continues = false;  // an item's text after its first
  bool header = false;     // table
  std::string language;    // code
  std::string text;        // marked; of code, its bytes
  std::string plain;       // the same without marks
};

// One line, for comparing and for people.
std::string describe(const Unit& unit);

// The body, and after begin_comments() what follows it.
struct Outline {
  std::vector<std::string> units;     // described
  std::string plain;                  // texts of units, a line or more each
  std::vector<std::string> images;    // "url alt"
  std::vector<std::string> captions;  // lines, marked
  std::vector<std::string> comments;  // described, with their heading

  void begin_comments();
  void add(const Unit& unit);

 private:
  bool in_comments_ = false;
};

void set_text(Unit& unit, const StyledText& text);

// Sets the text of a table. Empty cells at the end of rows and empty rows at the start say nothing:
// formats add them. Unsets `header` if the header row was one of these.
using Rows = std::vector<std::vector<StyledText>>;
void set_rows(Unit& unit, Rows rows);

// A link to the address it shows. cmark-gfm makes one of every e-mail address, escaped or not, so
// that it cannot be told whether it was meant.
bool says_nothing(std::string_view url, std::string_view words);

// Code ends in exactly one newline.
std::string normal_code(std::string_view text);

}  // namespace thresh::test
