#include <doctest/doctest.h>

#include "support/make_article.hpp"
#include "thresh/write.hpp"

using namespace thresh;
using namespace thresh::test;

TEST_CASE("a blank line parts blocks") {
  const Article page = article({block(Label::kTitle, "Title"), block(Label::kSummary, "Summary"),
                                heading(2, "Heading"), quote("Quote"), caption("Caption")});
  CHECK(plain_text(page) == "Summary\n\nHeading\n\nQuote");
  CHECK(write(page, Format::kText) == "Summary\n\nHeading\n\nQuote\n");
  CHECK(write(article({}), Format::kText) == "");
}

TEST_CASE("items of a list stand on consecutive lines, deeper ones indented") {
  CHECK(plain_text(article({paragraph("p"), item(1, "a"), continued(1, "b"), item(2, "c", 1),
                            item(2, "d", 2), continued(2, "e"), item(1, "f"), paragraph("q")})) ==
        "p\n\n- a\n  b\n  - c\n  - d\n    e\n- f\n\nq");
}

TEST_CASE("two lists in a row are parted") {
  CHECK(plain_text(article({item(1, "a"), item(2, "b"), item(1, "c", 1)})) == "- a\n  - b\n\n- c");
  CHECK(plain_text(article({item(1, "a"), quoted(1, item(1, "b"))})) == "- a\n\n- b");
}

TEST_CASE("nested lists in a row are not parted") {
  CHECK(plain_text(article({item(1, "a"), item(2, "b"), item(2, "c", 1), item(1, "d")})) ==
        "- a\n  - b\n  - c\n- d");
}

TEST_CASE("a table has a line a row and a tab between cells, or a line a cell") {
  const Article page = article({table(1, "a\tb\n\tc"), paragraph("p")});
  CHECK(plain_text(page) == "a\tb\n\tc\n\np");
  CHECK(plain_text(page, false) == "a\nb\nc\n\np");
  CHECK(plain_text(article({table(0, "\ta")}), false) == "a");
}

TEST_CASE("code keeps its indentation") {
  CHECK(plain_text(article({code("  if x:\n\n\treturn\n\n"), paragraph("p")})) ==
        "  if x:\n\n\treturn\n\np");
}

TEST_CASE("line breaks stay, indented in lists") {
  CHECK(plain_text(article({paragraph("a\nb"), item(1, "c\nd")})) == "a\nb\n\n- c\n  d");
}

TEST_CASE("comments follow the body, after a line of their own") {
  Article page = article({item(1, "a")});
  page.boilerplate = {block(Label::kComments, "b\nc"), quoted(1, block(Label::kComments, "d"))};
  CHECK(write(page, Format::kText) == "- a\n");
  CHECK(write(page, Format::kText, {.comments = true}) == "- a\n\n--- Comments ---\n\nb\nc\n\nd\n");
  CHECK(plain_text(page) == "- a");
  page.blocks.clear();
  CHECK(write(page, Format::kText, {.comments = true}) == "--- Comments ---\n\nb\nc\n\nd\n");
}

TEST_CASE("where nobody commented there is no section") {
  Article page = article({paragraph("a")});
  page.boilerplate = {block(Label::kNewsletter, "n"), block(Label::kComments, " ")};
  CHECK(write(page, Format::kText, {.comments = true}) == "a\n");
  CHECK(write(page, Format::kMarkdown, {.comments = true}) == "a\n");
  CHECK(write(page, Format::kHtml, {.comments = true}) == "<article>\n<p>a</p>\n</article>\n");
}
