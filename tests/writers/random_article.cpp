#include "random_article.hpp"

#include <algorithm>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace thresh::test {
namespace {

constexpr std::string_view kMarks[] = {
    "*",
    "_",
    "`",
    "[",
    "]",
    "(",
    ")",
    "{",
    "}",
    "<",
    ">",
    "#",
    "+",
    "-",
    ".",
    "!",
    "|",
    "\\",
    "~",
    "&",
    ":",
    ";",
    "=",
    "\"",
    "'",
    "/",
    "@",
    "^",
    "$",
    "%",
    ",",
    "?",
    "**",
    "__",
    "``",
    "```",
    "~~",
    "~~~",
    "---",
    "***",
    "===",
    "![",
    "](",
    "[^1]",
    "[ ]",
    "[x]",
    "|-",
    ":-:",
    "&amp;",
    "&#32;",
    "&copy",
    "<b>",
    "</b>",
    "<!--",
    "-->",
    "<?",
    "<!A",
    "<![CDATA[",
    "<a@b.org>",
    "<http://a.b>",
    "www.",
    "http://",
    "https://x.org/a_(b)?c=d&e=f",
    "www.x.org",
    "a@b.org",
    "1.",
    "2)",
    "10.",
    "\\|",
    "\\\\",
    "&nbsp;",
    "\u00a0",
    "[a]: /b",
    "mailto:a@b.org",
    "xmpp:",
    "- ",
    "# ",
    "> ",
    "1. ",
    "+ ",
    "    ",
    "  ",
};
constexpr std::string_view kWords[] = {
    "word",         "Two words",    "x",          "7",         "2024", "a_b_c", "\u00e9t\u00e9",
    "\u4e2d\u6587", "\u0627\u0644", "\U0001F600", "don\u2019t"};
constexpr std::string_view kTargets[] = {"https://x.org/",
                                         "http://x.org/a_(b)",
                                         "https://x.org/?a=1&b=2&copy;c",
                                         "mailto:c@d.org",
                                         "/a",
                                         "?q=*x*",
                                         "https://x.org/a|b",
                                         "https://x.org/\\a",
                                         "https://x.org/[1]`2`",
                                         "#_f_",
                                         "javascript:alert(1)",
                                         "data:text/html,x",
                                         "",
                                         "https://x.org/!~'\"<>",
                                         "//x.org/)("};
constexpr std::string_view kLanguages[] = {"", "", "python", "c++", "objective-c", "a b"};
constexpr Label kLabels[] = {Label::kSummary, Label::kHeading, Label::kParagraph, Label::kParagraph,
                             Label::kList,    Label::kList,    Label::kList,      Label::kQuote,
                             Label::kCode,    Label::kTable,   Label::kTitle,     Label::kCaption};

class Maker {
 public:
  explicit Maker(std::uint64_t seed) : random_(seed) {}

  Article make() {
    Article article;
    article.verdict = Verdict::kArticle;
    const int blocks = number(0, 9);
    for (int i = 0; i < blocks; ++i) article.blocks.push_back(make_block());
    if (chance(3)) article.boilerplate.push_back(make_block());
    while (chance(2)) article.boilerplate.push_back(make_comment());
    for (std::size_t i = 0; i < article.blocks.size(); ++i) {
      while (chance(4)) article.images.push_back({std::string(pick(kTargets)), text(1), i});
    }
    if (chance(2)) {
      article.metadata.title = {text(3), "h1"};
      article.metadata.authors.values = {text(2), text(2)};
      article.url = pick(kTargets);
    }
    return article;
  }

 private:
  int number(int least, int most) {
    return static_cast<int>(random_() % static_cast<unsigned>(most - least + 1)) + least;
  }
  bool chance(int one_in) { return number(1, one_in) == 1; }

  template <class T, std::size_t kSize>
  const T& pick(const T (&choices)[kSize]) {
    return choices[number(0, kSize - 1)];
  }

  Block make_block() {
    Block block;
    block.label = pick(kLabels);
    block.in_text = label_group(block.label) == LabelGroup::kBody;
    if (chance(3)) quote_depth_ = std::clamp(quote_depth_ + number(-2, 2), 0, 4);
    block.quote_depth = std::max(quote_depth_, block.label == Label::kQuote ? 1 : 0);
    if (block.label == Label::kHeading) block.level = number(1, 6);
    if (block.label == Label::kList) make_item(block);
    if (block.label == Label::kCode) {
      block.text = code_text();
      block.language = pick(kLanguages);
    } else if (block.label == Label::kTable) {
      block.text = table_text();
      block.header_rows = number(0, 1);
    } else {
      block.text = text(8);
      if (chance(6)) block.text += "\n" + text(4);
    }
    if (block.label != Label::kCode) make_spans(block);
    return block;
  }

  Block make_comment() {
    Block block;
    block.label = Label::kComments;
    block.in_text = false;
    block.quote_depth = chance(4) ? number(1, 3) : 0;
    block.text = chance(5) ? table_text() : text(8);
    while (chance(2)) block.text += "\n" + text(4);
    make_spans(block);
    return block;
  }

  void make_item(Block& block) {
    level_ = std::clamp(level_ + number(-2, 2), 1, 5);
    block.level = level_;
    block.item_continues = chance(5);
    if (chance(6)) item_number_ = number(0, 1) * number(1, 12);
    block.item_number = item_number_;
    if (item_number_ > 0) ++item_number_;
  }

  // White space collapsed, not blank.
  std::string text(int most_tokens) {
    std::string raw;
    const int tokens = number(1, most_tokens);
    for (int i = 0; i < tokens; ++i) {
      raw += chance(3) ? pick(kWords) : pick(kMarks);
      if (chance(2)) raw += ' ';
    }
    std::string out;
    for (const char c : raw) {
      if (c != ' ' || (!out.empty() && out.back() != ' ')) out += c;
    }
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out.empty() ? "x" : out;
  }

  std::string code_text() {
    std::string out;
    const int lines = number(1, 5);
    for (int i = 0; i < lines; ++i) {
      if (chance(4)) out += "\n";
      out += std::string(static_cast<std::size_t>(number(0, 6)), chance(4) ? '\t' : ' ');
      out += text(4) + (chance(5) ? "  " : "") + (i + 1 < lines || chance(3) ? "\n" : "");
    }
    return out;
  }

  std::string table_text() {
    std::string out;
    const int rows = number(1, 4);
    for (int row = 0; row < rows; ++row) {
      if (row > 0) out += '\n';
      const int cells = number(1, 4);
      for (int cell = 0; cell < cells; ++cell) {
        if (cell > 0) out += '\t';
        if (!chance(5)) out += text(3);
      }
    }
    return out.find_first_not_of("\t\n") == std::string::npos ? "x" + out : out;
  }

  void make_spans(Block& block) {
    std::vector<std::size_t> cuts;  // places between characters
    for (std::size_t i = 0; i <= block.text.size(); ++i) {
      if (i == block.text.size() || (block.text[i] & 0xC0) != 0x80) cuts.push_back(i);
    }
    const int one_in = number(2, 12);
    for (const Span& span : random_spans(block, cuts, one_in)) {
      block.links.push_back({span, std::string(pick(kTargets))});
    }
    if (chance(2)) block.code = random_spans(block, cuts, one_in);
  }

  // No span crosses a line or a cell.
  std::vector<Span> random_spans(const Block& block, const std::vector<std::size_t>& cuts,
                                 int one_in) {
    std::vector<Span> spans;
    for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
      if (!chance(one_in)) continue;
      const std::size_t first = i;
      i = std::min(cuts.size() - 1, i + static_cast<std::size_t>(number(1, 9)));
      const std::size_t separator = block.text.find_first_of("\t\n", cuts[first]);
      const std::size_t end = block.label == Label::kTable ? std::min(cuts[i], separator) : cuts[i];
      if (end > cuts[first]) spans.push_back({cuts[first], end - cuts[first]});
      if (chance(2)) --i;
    }
    return spans;
  }

  std::mt19937_64 random_;
  int quote_depth_ = 0;
  int level_ = 1;
  int item_number_ = 0;
};

}  // namespace

Article random_article(std::uint64_t seed) { return Maker(seed).make(); }

}  // namespace thresh::test
