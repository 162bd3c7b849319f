#include "judge/assemble.hpp"

#include <doctest/doctest.h>

#include "support/document_builder.hpp"

using namespace thresh;
using page::Tag;
using test::DocumentBuilder;

namespace {

judge::Decision kept(Label label) { return {true, label, 0.9F, "kept"}; }
judge::Decision stripped(Label label, std::string reason = "stripped") {
  return {false, label, 0.1F, std::move(reason)};
}

Article assembled(DocumentBuilder& page, const judge::Decisions& decisions,
                  std::string_view base_url = "https://news.example/a/b.html") {
  const page::Document document = page.take();
  REQUIRE(document.blocks.size() == decisions.size());
  Article article;
  judge::assemble(article, document, decisions, base_url);
  return article;
}

}  // namespace

TEST_CASE("kept and stripped blocks come out in page order, with place, score and reason") {
  DocumentBuilder page;
  page.heading(1, "The headline");
  page.paragraph("One two three.");
  page.paragraph("Four five.");
  const Article article = assembled(
      page, {kept(Label::kTitle), stripped(Label::kRelated, "links"), kept(Label::kParagraph)});
  REQUIRE(article.blocks.size() == 2);
  CHECK(article.blocks[0].label == Label::kTitle);
  CHECK_FALSE(article.blocks[0].in_text);
  CHECK(article.blocks[0].level == 0);
  CHECK(article.blocks[1].in_text);
  CHECK(article.blocks[1].text == "Four five.");
  CHECK(article.blocks[1].position == 2);
  CHECK(article.blocks[1].begin == 26);
  CHECK(article.blocks[1].end == 36);
  CHECK(article.blocks[1].score == doctest::Approx(0.9));
  REQUIRE(article.boilerplate.size() == 1);
  CHECK(article.boilerplate[0].text == "One two three.");
  CHECK(article.boilerplate[0].reason == "links");
  CHECK_FALSE(article.boilerplate[0].in_text);
  CHECK(article.word_count == 2);
}

TEST_CASE("links are absolute and safe, and those that are not keep their words") {
  DocumentBuilder page;
  page.paragraph("See the report, run this, mail us.");
  page.link("the report", "../r.pdf");
  page.link("run this", "javascript:alert(1)");
  page.link("mail us", "mailto:desk@news.example");
  const Article article = assembled(page, {kept(Label::kParagraph)});
  const Block& block = article.blocks[0];
  CHECK(block.text == "See the report, run this, mail us.");
  REQUIRE(block.links.size() == 2);
  CHECK(block.links[0].href == "https://news.example/r.pdf");
  CHECK(block.text.substr(block.links[0].span.begin, block.links[0].span.length) == "the report");
  CHECK(block.links[1].href == "mailto:desk@news.example");
}

TEST_CASE("without a base relative links stay relative, and none hides a scheme") {
  DocumentBuilder page;
  page.paragraph("a b c");
  page.link("a", "/local");
  page.link("b", "java\nscript:alert(1)");
  page.link("c", "https://other.example/");
  const Article article = assembled(page, {kept(Label::kParagraph)}, "");
  REQUIRE(article.blocks[0].links.size() == 2);
  CHECK(article.blocks[0].links[0].href == "/local");
  CHECK(article.blocks[0].links[1].href == "https://other.example/");
}

TEST_CASE("a page cannot make links cost more than it is worth") {
  DocumentBuilder page;
  for (int i = 0; i < 20'000; ++i) {
    page.paragraph("x");
    page.link("x", "y");
  }
  const std::string base_url = "https://news.example/" + std::string(4000, 'd') + "/";
  const Article article =
      assembled(page, judge::Decisions(20'000, kept(Label::kParagraph)), base_url);
  std::size_t bytes = 0;
  for (const Block& block : article.blocks) {
    for (const Link& link : block.links) bytes += link.href.size();
  }
  CHECK(article.blocks.size() == 20'000);
  CHECK(bytes > 1'000'000);
  CHECK(bytes < 20'000'000);
}

TEST_CASE("the cells of a table are one block, tabs between cells and a line a row") {
  DocumentBuilder page;
  const std::uint32_t table = page.open(Tag::kTable);
  page.cell(table, 0, 0, "Name", true);
  page.cell(table, 0, 2, "Age", true);
  page.cell(table, 1, 0, "Ada");
  page.link("Ada", "/ada");
  page.cell(table, 1, 1, "of London");
  page.cell(table, 1, 2, "36");
  page.cell(table, 2, 1, "nobody");
  page.close();
  const Article article = assembled(page, judge::Decisions(6, kept(Label::kTable)));
  REQUIRE(article.blocks.size() == 1);
  const Block& block = article.blocks[0];
  CHECK(block.text == "Name\t\tAge\nAda\tof London\t36\n\tnobody");
  CHECK(block.header_rows == 1);
  REQUIRE(block.links.size() == 1);
  CHECK(block.links[0].span.begin == 10);
  CHECK(block.links[0].href == "https://news.example/ada");
  CHECK(article.word_count == 7);
}

TEST_CASE("several blocks in a cell are parted by a space, and code in it stays on its line") {
  DocumentBuilder page;
  const std::uint32_t table = page.open(Tag::kTable);
  page.cell(table, 0, 0, "One");
  page.cell(table, 0, 0, "two\n\tthree").cell = 0;
  page.close();
  const Article article = assembled(page, judge::Decisions(2, kept(Label::kTable)));
  REQUIRE(article.blocks.size() == 1);
  CHECK(article.blocks[0].text == "One two  three");
  CHECK(article.blocks[0].header_rows == 0);
}

TEST_CASE("two tables in a row stay two") {
  DocumentBuilder page;
  const std::uint32_t first = page.open(Tag::kTable);
  page.cell(first, 0, 0, "One");
  page.close();
  const std::uint32_t second = page.open(Tag::kTable);
  page.cell(second, 0, 0, "Two");
  page.close();
  CHECK(assembled(page, judge::Decisions(2, kept(Label::kTable))).blocks.size() == 2);
}

TEST_CASE("a colspan that a page makes up does not become a million tabs") {
  DocumentBuilder page;
  const std::uint32_t table = page.open(Tag::kTable);
  page.cell(table, 0, 0, "One");
  page.cell(table, 0, 1'000'000, "Two");
  page.close();
  const Article article = assembled(page, judge::Decisions(2, kept(Label::kTable)));
  CHECK(article.blocks[0].text.size() < 100);
}

TEST_CASE("list items keep depth and number, and the first kept block of an item starts it") {
  DocumentBuilder page;
  page.open(Tag::kLi);
  page.paragraph("Stripped.").type = page::BlockType::kListItem;
  page::Block& second = page.paragraph("Kept first.");
  second.item_continues = true;
  second.level = 2;
  second.item_number = 7;
  page.paragraph("Kept second.").item_continues = true;
  page.close();
  const Article article =
      assembled(page, {stripped(Label::kOther), kept(Label::kList), kept(Label::kList)});
  REQUIRE(article.blocks.size() == 2);
  CHECK_FALSE(article.blocks[0].item_continues);
  CHECK(article.blocks[0].level == 2);
  CHECK(article.blocks[0].item_number == 7);
  CHECK(article.blocks[1].item_continues);
}

TEST_CASE("inline code, quotes and the language of code are kept") {
  DocumentBuilder page;
  page.paragraph("Call run() now.").quote_depth = 2;
  page.mark(page::MarkType::kStrong, "Call");
  page.mark(page::MarkType::kCode, "run()");
  page.text("a = 1\n  b", page::BlockType::kCode).language = {0, 4};
  const Article article = assembled(page, {kept(Label::kQuote), kept(Label::kCode)});
  CHECK(article.blocks[0].quote_depth == 2);
  REQUIRE(article.blocks[0].code.size() == 1);
  CHECK(article.blocks[0].code[0].begin == 5);
  CHECK(article.blocks[0].code[0].length == 5);
  CHECK(article.blocks[1].text == "a = 1\n  b");
  CHECK(article.blocks[1].language == "Call");
}

TEST_CASE("neighbours stripped for the same reason are one block, a line each") {
  DocumentBuilder page;
  page.paragraph("Home");
  page.paragraph("World");
  page.link("World", "/world");
  page.paragraph("Kept.");
  page.paragraph("Sport");
  page.paragraph("Share");
  const Article article = assembled(
      page, {stripped(Label::kNavigation), stripped(Label::kNavigation), kept(Label::kParagraph),
             stripped(Label::kNavigation), stripped(Label::kSharing)});
  REQUIRE(article.boilerplate.size() == 3);
  CHECK(article.boilerplate[0].text == "Home\nWorld");
  CHECK(article.boilerplate[0].begin == 0);
  CHECK(article.boilerplate[0].end == 9);
  REQUIRE(article.boilerplate[0].links.size() == 1);
  CHECK(article.boilerplate[0].links[0].span.begin == 5);
  CHECK(article.boilerplate[1].text == "Sport");
  CHECK(article.boilerplate[2].position == 4);
}

TEST_CASE("images of the body come with it, icons, copies and those of stripped parts do not") {
  DocumentBuilder page;
  page.open(Tag::kDiv);
  page.image("/logo.png", "Logo");
  page.paragraph("Home");
  page.close();
  page.open(Tag::kArticle);
  page.image("/lead.jpg", "A harbour");
  page.paragraph("One two three four.");
  page.open(Tag::kFigure);
  page.image("inline.jpg");
  page.close();
  page.image("/lead.jpg", "A harbour");
  page.image("ftp://news.example/x.jpg");
  page.paragraph("Five six seven.");
  page.close();
  const Article article = assembled(
      page, {stripped(Label::kNavigation), kept(Label::kParagraph), kept(Label::kParagraph)});
  REQUIRE(article.images.size() == 2);
  CHECK(article.images[0].url == "https://news.example/lead.jpg");
  CHECK(article.images[0].alt == "A harbour");
  CHECK(article.images[0].before_block == 0);
  CHECK(article.images[1].url == "https://news.example/a/inline.jpg");
  CHECK(article.images[1].before_block == 1);
}

TEST_CASE("a page without blocks is an article without blocks") {
  DocumentBuilder page;
  page.image("/x.jpg");
  const Article article = assembled(page, {});
  CHECK(article.blocks.empty());
  CHECK(article.boilerplate.empty());
  CHECK(article.images.empty());
  CHECK(article.word_count == 0);
}
