#include <doctest/doctest.h>

#include "support/make_article.hpp"
#include "thresh/write.hpp"

using namespace thresh;
using namespace thresh::test;

namespace {

std::string markdown(std::initializer_list<Block> blocks, const WriteOptions& options = {}) {
  return write(article(blocks), Format::kMarkdown, options);
}

}  // namespace

TEST_CASE("blocks have their marks and a blank line between them") {
  CHECK(markdown({paragraph("p"), heading(2, "h"), quote("q"), item(1, "a")}) ==
        "p\n\n## h\n\n> q\n\n- a\n");
  CHECK(markdown({}) == "");
}

TEST_CASE("lists are indented by their markers") {
  CHECK(markdown({item(1, "a"), continued(1, "b"), item(2, "c", 9), item(2, "d", 10), item(3, "e"),
                  continued(2, "f"), item(1, "g")}) ==
        "- a\n\n  b\n\n  9. c\n  10. d\n      - e\n\n      f\n- g\n");
  CHECK(markdown({item(1, "a"), item(2, "b", 1)}) == "- a\n  1. b\n");
  CHECK(markdown({item(3, "a")}) == "- - - a\n");
}

TEST_CASE("numbered lists in a row take turns with their delimiters") {
  CHECK(markdown({item(1, "a", 1), item(1, "b", 1), item(1, "c", 1)}) == "1. a\n\n1) b\n\n1. c\n");
  CHECK(markdown({item(1, "a", 1), paragraph("p"), item(1, "b", 1)}) == "1. a\n\np\n\n1. b\n");
}

TEST_CASE("quotes hold any block, and the gap between them is as deep as both") {
  CHECK(markdown({quote("a"), quoted(2, quote("b")), quoted(1, item(1, "c")),
                  quoted(1, code("x\n\ny")), paragraph("p")}) ==
        "> a\n>\n> > b\n>\n> - c\n>\n> ```\n> x\n> \n> y\n> ```\n\np\n");
}

TEST_CASE("code is fenced by more backticks than it holds, with its language") {
  Block block = code("  ```\n\tx\n");
  block.language = "c++";
  CHECK(markdown({block}) == "````c++\n  ```\n\tx\n````\n");
  block.language = "a `b`";
  CHECK(markdown({block}) == "````\n  ```\n\tx\n````\n");
}

TEST_CASE("tables have pipes and always a header row, as wide as the widest row") {
  CHECK(markdown({table(1, "a\tb\nc|d\te\tf")}) ==
        "| a | b |  |\n| --- | --- | --- |\n| c\\|d | e | f |\n");
  CHECK(markdown({table(0, "a\n")}) == "|  |\n| --- |\n| a |\n|  |\n");
  CHECK(markdown({table(1, "a")}) == "| a |\n| --- |\n");
  CHECK(markdown({table(1, "a\t\nb\tc")}, {.tables = false}) == "a\\\nb\\\nc\n");
}

TEST_CASE("links and code are marked where they stand") {
  const Block block = coded(linked(paragraph("Wow! see a_b"), "see", "https://x.org/(1)"), "a_b");
  CHECK(markdown({block}) == "Wow! see `a_b`\n");
  CHECK(markdown({block}, {.links = true}) == "Wow! [see](https://x.org/\\(1\\)) `a_b`\n");
}

TEST_CASE("an exclamation mark before a link makes no image") {
  CHECK(markdown({linked(paragraph("Wow!see"), "see", "/x")}, {.links = true}) ==
        "Wow\\![see](/x)\n");
  CHECK(markdown({linked(paragraph("see"), "see", "/x")}, {.links = true}) == "[see](/x)\n");
}

TEST_CASE("code in a link at the start of a paragraph defines nothing") {
  CHECK(markdown({coded(linked(paragraph("a]: b"), "a]: b", "/x"), "a]: b")}, {.links = true}) ==
        "[`a]: b`](/x \"\")\n");
}

TEST_CASE("text that looks like marks stays text") {
  CHECK(markdown({paragraph("# a"), item(1, "1. b"), heading(1, "c #"), paragraph("a\n- b")}) ==
        "\\# a\n\n- 1\\. b\n\n# c \\#\n\na\\\n\\- b\n");
}

TEST_CASE("images have their alt text and captions") {
  Article page = article({paragraph("p"), caption("a *caption*"), caption("credit")});
  page.images = {{"https://x.org/1.jpg", "alt [1]\ntext", 1}, {"data:x", "", 1}};
  CHECK(write(page, Format::kMarkdown) == "p\n");
  CHECK(write(page, Format::kMarkdown, {.images = true}) ==
        "p\n\n![alt \\[1\\] text](https://x.org/1.jpg)\\\na \\*caption\\*\\\ncredit\n");
}

TEST_CASE("metadata stands before the body") {
  Article page = article({paragraph("p")});
  page.metadata.title.value = "T";
  CHECK(write(page, Format::kMarkdown, {.metadata = true}) == "---\ntitle: \"T\"\n---\n\np\n");
  CHECK(write(page, Format::kText, {.metadata = true}) == "---\ntitle: \"T\"\n---\n\np\n");
}

TEST_CASE("comments are a section after a rule") {
  Article page = article({item(1, "a")});
  page.boilerplate = {linked(block(Label::kComments, "# b\nc"), "c", "/c"),
                      quoted(1, block(Label::kComments, "d"))};
  CHECK(write(page, Format::kMarkdown, {.comments = true}) ==
        "- a\n\n***\n\n## Comments\n\n\\# b\\\nc\n\n> d\n");
  page.blocks.clear();
  CHECK(write(page, Format::kMarkdown, {.links = true, .comments = true}) ==
        "***\n\n## Comments\n\n\\# b\\\n[c](/c)\n\n> d\n");
}
