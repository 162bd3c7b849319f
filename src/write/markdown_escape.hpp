// Text → Markdown that reads as exactly this text, in CommonMark and in GitHub's dialect.
//
// In: valid UTF-8 without newlines. Out: appended with as few backslashes as is safe. One thing
// cannot be escaped: cmark-gfm links an e-mail address in running text whatever stands before "@".
#pragma once

#include <string>
#include <string_view>

namespace thresh::writers {

struct MarkdownPlace {
  bool line_start = false;  // the text begins a line of a paragraph
  bool in_table = false;
  bool in_link = false;  // inside the brackets of a link or an image
};

void append_markdown_text(std::string& out, std::string_view text, MarkdownPlace place);

// An inline code span. `code` is not blank.
void append_markdown_code(std::string& out, std::string_view code, bool in_table);

// The target of a link or an image, for between the parentheses.
void append_markdown_url(std::string& out, std::string_view url, bool in_table);

// A run of backticks longer than any in `text`, and at least `least` of them.
std::string backtick_fence(std::string_view text, std::size_t least);

}  // namespace thresh::writers
