#include <doctest/doctest.h>

#include "support/make_article.hpp"
#include "thresh/write.hpp"

using namespace thresh;
using namespace thresh::test;

namespace {

std::string html(const Article& page, const WriteOptions& options = {}) {
  const std::string out = write(page, Format::kHtml, options);
  const std::string_view open = "<article>\n";
  const std::string_view close = "</article>\n";
  REQUIRE(out.size() >= open.size() + close.size());
  CHECK(out.substr(0, open.size()) == open);
  CHECK(out.substr(out.size() - close.size()) == close);
  return out.substr(open.size(), out.size() - open.size() - close.size());
}

}  // namespace

TEST_CASE("blocks have their elements") {
  CHECK(html(article({paragraph("p"), heading(9, "h"), quote("q")})) ==
        "<p>p</p>\n<h6>h</h6>\n<blockquote>\n<p>q</p>\n</blockquote>\n");
  CHECK(write(article({}), Format::kHtml) == "");
}

TEST_CASE("lists are nested in their items") {
  CHECK(html(article({item(1, "a"), item(2, "b", 3), item(1, "c"), continued(1, "d")})) ==
        "<ul>\n<li>a\n<ol start=\"3\">\n<li>b</li>\n</ol>\n</li>\n<li>c\n<p>d</p>\n</li>\n</ul>\n");
  CHECK(html(article({item(2, "a", 1)})) == "<ul>\n<li>\n<ol>\n<li>a</li>\n</ol>\n</li>\n</ul>\n");
}

TEST_CASE("tables have header cells") {
  CHECK(html(article({table(1, "a\tb\nc\t")})) ==
        "<table>\n<thead>\n<tr><th>a</th><th>b</th></tr>\n</thead>\n<tbody>\n"
        "<tr><td>c</td><td></td></tr>\n</tbody>\n</table>\n");
  CHECK(html(article({table(0, "a")})) ==
        "<table>\n<tbody>\n<tr><td>a</td></tr>\n</tbody>\n</table>\n");
  CHECK(html(article({table(1, "a")})) ==
        "<table>\n<thead>\n<tr><th>a</th></tr>\n</thead>\n</table>\n");
  CHECK(html(article({table(1, "a\tb\n\tc")}), {.tables = false}) == "<p>a<br>b<br>c</p>\n");
}

TEST_CASE("code keeps its bytes, with its language as a class") {
  Block block = code("\n  a < b\n");
  block.language = "c";
  CHECK(html(article({block})) == "<pre><code class=\"language-c\">\n  a &lt; b\n</code></pre>\n");
  block.language = "\" onclick";
  CHECK(html(article({block})) == "<pre><code>\n  a &lt; b\n</code></pre>\n");
}

TEST_CASE("links are written when asked for, and only safe ones") {
  Block block = coded(linked(paragraph("a b\nc"), "b", "https://x.org/?a&b"), "b");
  CHECK(html(article({block})) == "<p>a <code>b</code><br>c</p>\n");
  CHECK(html(article({block}), {.links = true}) ==
        "<p>a <a href=\"https://x.org/?a&amp;b\"><code>b</code></a><br>c</p>\n");
  block.links[0].href = "javascript:alert(1)";
  CHECK(html(article({block}), {.links = true}) == "<p>a <code>b</code><br>c</p>\n");
}

TEST_CASE("images are figures with their captions") {
  Article page = article({caption("a < b"), caption("credit"), paragraph("p")});
  page.images = {{"/1.jpg", "\"alt\"", 0}, {"javascript:x", "", 3}};
  CHECK(html(page) == "<p>p</p>\n");
  CHECK(html(page, {.images = true}) ==
        "<figure>\n<img src=\"/1.jpg\" alt=\"&quot;alt&quot;\">\n"
        "<figcaption>a &lt; b<br>credit</figcaption>\n</figure>\n<p>p</p>\n");
}

TEST_CASE("metadata is a head around the body") {
  Article page = article({paragraph("p")});
  page.url = "https://x.org/1";
  page.metadata.title.value = "A < B";
  page.metadata.language.value = "en";
  page.metadata.site.value = "S";
  page.metadata.authors.values = {"A", "B"};
  CHECK(write(page, Format::kHtml, {.metadata = true}) ==
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<title>A &lt; B</title>\n<meta name=\"author\" content=\"A\">\n"
        "<meta name=\"author\" content=\"B\">\n<meta name=\"site\" content=\"S\">\n"
        "<meta name=\"url\" content=\"https://x.org/1\">\n</head>\n"
        "<body>\n<article>\n<p>p</p>\n</article>\n</body>\n</html>\n");
}

TEST_CASE("comments are a section beside the article") {
  const std::string section =
      "<section class=\"comments\">\n<h2>Comments</h2>\n<p>a &lt; b<br>c</p>\n"
      "<blockquote>\n<p>d</p>\n</blockquote>\n</section>\n";
  Article page = article({paragraph("p")});
  page.boilerplate = {block(Label::kComments, "a < b\nc"), quoted(1, block(Label::kComments, "d"))};
  CHECK(write(page, Format::kHtml, {.comments = true}) ==
        "<article>\n<p>p</p>\n</article>\n" + section);
  CHECK(write(page, Format::kHtml, {.metadata = true, .comments = true})
            .ends_with("</article>\n" + section + "</body>\n</html>\n"));
  page.blocks.clear();
  CHECK(write(page, Format::kHtml, {.comments = true}) == section);
}
