#include "metadata/declared_body.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "base/ascii.hpp"
#include "base/words.hpp"
#include "metadata/normalize.hpp"

namespace thresh::metadata {
namespace {

// Elements inside a paragraph; all others end it.
bool is_inline(std::string_view tag) {
  constexpr std::string_view kInline[] = {"a", "b",   "i",   "em",   "strong", "span",  "u",
                                          "s", "sup", "sub", "code", "mark",   "small", "q"};
  const std::string name = base::lower(tag.substr(0, tag.find_first_of(" \t\n/")));
  return std::find(std::begin(kInline), std::end(kInline), name) != std::end(kInline);
}

// Some sites put mark-up into articleBody: tags go, those of blocks leave a line end.
std::string without_tags(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t open = std::min(text.find('<'), text.size());
    out += text.substr(0, open);
    text.remove_prefix(open);
    if (text.empty()) break;
    const std::string_view name = text.substr(text.starts_with("</") ? 2 : 1);
    const std::size_t close = text.find('>');
    if (name.empty() || !base::is_alpha(name[0]) || close == std::string_view::npos) {
      out += '<';
      text.remove_prefix(1);
      continue;
    }
    if (!is_inline(name.substr(0, name.find('>')))) out += '\n';
    text.remove_prefix(close + 1);
  }
  return out;
}

// What was kept of the page is not the article.
void strip_all(Article& article) {
  for (Block& block : article.blocks) {
    block.label = Label::kOther;
    block.in_text = false;
    block.reason = "the article is in JSON-LD";
    article.boilerplate.push_back(std::move(block));
  }
  std::stable_sort(article.boilerplate.begin(), article.boilerplate.end(),
                   [](const Block& a, const Block& b) { return a.position < b.position; });
  article.blocks.clear();
  article.images.clear();
  article.word_count = 0;
}

void add_paragraphs(Article& article, std::string_view text, std::size_t position) {
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    Block block;
    block.text = normal_text(line);
    if (block.text.empty()) continue;
    block.reason = "articleBody of JSON-LD; the page shows no article";
    block.position = position++;
    article.word_count += base::count_words(block.text);
    article.blocks.push_back(std::move(block));
  }
}

}  // namespace

void take_declared_body(Article& article, const Facts& facts) {
  constexpr std::size_t kFewestWords = 60;
  constexpr std::size_t kTimesMore = 2;
  constexpr std::size_t kFewWords = 40;  // "please turn scripts on" is no article
  const bool shown = article.verdict == Verdict::kArticle && article.word_count >= kFewWords;
  if (shown || article.verdict == Verdict::kErrorPage) return;
  if (!facts.json_ld.has_article()) return;
  const std::string text = without_tags(facts.json_ld.string("articleBody"));
  const std::size_t words = base::count_words(text);
  if (words < kFewestWords || words < kTimesMore * article.word_count) return;
  strip_all(article);
  add_paragraphs(article, text, facts.document.blocks.size());
  article.verdict = Verdict::kArticle;
  article.text_source = "json-ld";
}

}  // namespace thresh::metadata
