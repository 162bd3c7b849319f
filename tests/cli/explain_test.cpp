#include "cli/explain.hpp"

#include <doctest/doctest.h>

using namespace thresh;
using namespace thresh::cli;

namespace {

Block block(std::size_t position, Label label, double score, std::string reason, std::string text) {
  Block out;
  out.position = position;
  out.label = label;
  out.in_text = label_group(label) == LabelGroup::kBody;
  out.score = score;
  out.reason = std::move(reason);
  out.text = std::move(text);
  return out;
}

Article small_article() {
  Article article;
  article.verdict = Verdict::kArticle;
  article.word_count = 7;
  article.blocks = {block(1, Label::kTitle, 0.5, "headline", "Harbour opens"),
                    block(2, Label::kParagraph, 0.97, "long prose", "The harbour\nopened\ttoday.")};
  article.boilerplate = {block(0, Label::kNavigation, 0.01, "menu", "Home News"),
                         block(3, Label::kAdvertisement, 0, "", "Buy")};
  return article;
}

}  // namespace

TEST_CASE("blocks stand in page order, kept and stripped together") {
  CHECK(explain(small_article(), false, 0) ==
        "article, 7 words in 1 of 4 blocks (+ kept, = kept beside the text, - stripped)\n"
        "  block  score  label          reason      text\n"
        "-     1   0.01  navigation     menu        Home News\n"
        "=     2   0.50  title          headline    Harbour opens\n"
        "+     3   0.97  paragraph      long prose  The harbour opened today.\n"
        "-     4   0.00  advertisement              Buy\n");
}

TEST_CASE("page type and confidence are told where they are known") {
  Article article;
  article.verdict = Verdict::kArticle;
  article.page_type = PageType::kForum;
  CHECK(explain(article, false, 0).starts_with("article, page type forum, 0 words in "));
  article.confidence = 0.926;
  CHECK(explain(article, false, 0)
            .starts_with("article, page type forum, confidence 0.93, 0 words in "));
}

TEST_CASE("a page without blocks has no table") {
  Article article;
  article.verdict = Verdict::kEmpty;
  CHECK(explain(article, true, 80) ==
        "empty, 0 words in 0 of 0 blocks (+ kept, = kept beside the text, - stripped)\n");
}

TEST_CASE("color changes nothing but color") {
  const std::string plain = explain(small_article(), false, 0);
  std::string colored = explain(small_article(), true, 0);
  CHECK(colored.find("\x1b[32m+") != std::string::npos);
  CHECK(colored.find("\x1b[31m-") != std::string::npos);
  for (std::size_t at; (at = colored.find('\x1b')) != std::string::npos;) {
    colored.erase(at, colored.find('m', at) - at + 1);
  }
  CHECK(colored == plain);
}

TEST_CASE("rows fit the terminal, wide characters counted as two, and are cut between characters") {
  Article article;
  std::string wide;
  for (int i = 0; i < 200; ++i) wide += "\u6f22";
  article.blocks = {block(0, Label::kParagraph, 1, "why", wide),
                    block(1, Label::kParagraph, 1, "why", std::string(300, 'x')),
                    block(2, Label::kParagraph, 1, "why", std::string(300, 'x') + "\u00e9")};
  const std::string table = explain(article, false, 100);
  const std::size_t text_columns = 100 - 31 - 8;
  CHECK(table.find("why     " + std::string(text_columns, 'x') + "\n") != std::string::npos);
  CHECK(table.find("why     " + wide.substr(0, text_columns / 2 * 3) + "\n") != std::string::npos);
}

TEST_CASE("a very narrow terminal still shows how a block begins") {
  Article article;
  article.blocks = {block(0, Label::kParagraph, 1, "why", std::string(300, 'x'))};
  CHECK(explain(article, false, 10).find(std::string(20, 'x') + "\n") != std::string::npos);
}
