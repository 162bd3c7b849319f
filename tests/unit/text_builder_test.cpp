#include "page/text_builder.hpp"

#include <string>

#include "support/segmented.hpp"

using namespace thresh::page;
using thresh::testing::document_of;
using thresh::testing::outline_of;

namespace {

// "text->href", "text->href@" (rel=author), of one block or all.
std::string links_of(const Document& document, const Block& block) {
  std::string out;
  for (std::uint32_t i = block.first_link; i < block.end_link; ++i) {
    const Link& link = document.links[i];
    if (!out.empty()) out += ' ';
    out.append(document.str(link.text)).append("->").append(document.str(link.href));
    if (link.author) out += '@';
  }
  return out;
}

std::string marks_of(const Document& document, const Block& block) {
  static constexpr std::string_view kNames[] = {"code", "strong", "emphasis",
                                                "time", "author", "itemprop"};
  std::string out;
  for (std::uint32_t i = block.first_mark; i < block.end_mark; ++i) {
    const Mark& mark = document.marks[i];
    if (!out.empty()) out += ' ';
    out.append(kNames[static_cast<int>(mark.type)]).append("[");
    out.append(document.str(mark.text)).append("]").append(document.str(mark.value));
  }
  return out;
}

std::string links_of(std::string_view html) {
  const Document document = document_of(html);
  std::string out;
  for (const Block& block : document.blocks) out += "(" + links_of(document, block) + ")";
  return out;
}

std::string marks_of(std::string_view html) {
  const Document document = document_of(html);
  std::string out;
  for (const Block& block : document.blocks) out += "(" + marks_of(document, block) + ")";
  return out;
}

}  // namespace

TEST_CASE("links have their words and their clean target") {
  CHECK(links_of("<p>see <a href=' /a?b=1&amp;c=2\n'> this one </a>or<a href=#x> that</a>.") ==
        "(this one->/a?b=1&c=2 that->#x)");
  CHECK(links_of("<p><a name=x>anchor</a> <a href>empty</a> <a href=x><img src=y></a>") ==
        "(empty->)");
  CHECK(links_of("<p><a href='javascript:go()'>run</a> <a href='data:text/html,x'>odd</a>") ==
        "(run->javascript:go() odd->)");
  CHECK(links_of("<p><a href=/jo rel='nofollow Author'>Jo</a>") == "(Jo->/jo@)");
}

TEST_CASE("a link over several blocks is a link in each") {
  CHECK(links_of("<a href=/x><h2>a</h2><p>b<br><br>c</p></a><p>d") == "(a->/x)(b->/x)(c->/x)()");
}

TEST_CASE("marks say what a stretch of text is") {
  CHECK(marks_of("<p>run <code> ls -l </code>, <b>now <i>or</i></b> <kbd>x</kbd>") ==
        "(code[ls -l] emphasis[or] strong[now or] code[x])");
  CHECK(marks_of("<p><time datetime='2020-01-02'>2 Jan</time> by <a rel=author href=/jo>Jo</a>") ==
        "(time[2 Jan]2020-01-02 author[Jo]/jo)");
  CHECK(marks_of("<p><span itemprop=author><span itemprop=name>Jo</span></span>") ==
        "(itemprop[Jo]name itemprop[Jo]author)");
  CHECK(marks_of("<p><b><strong>a</strong></b> <b> </b>") == "(strong[a])");
}

TEST_CASE("a time without text is a mark of the next block") {
  CHECK(marks_of("<p><time datetime=2020-01-02></time></p><p>a") == "(time[]2020-01-02)");
}

TEST_CASE("marks end and begin again with their blocks") {
  CHECK(marks_of("<p><b>a<br><br>b</b> c") == "(strong[a])(strong[b])");
}

TEST_CASE("nested marks do not grow without bound") {
  std::string html = "<p>";
  for (int i = 0; i < 100; ++i) html += "<span itemprop=x>";
  const Document document = document_of(html + "a");
  CHECK(document.marks.size() == 8);
}

TEST_CASE("code keeps its white space, but for blank lines around it") {
  CHECK(outline_of("<pre>\n\n  if (a)  {\n\tb&nbsp;();\n  }\n\n</pre>") ==
        "pre(  if (a)  {\n\tb ();\n  })");
  CHECK(outline_of("<pre>a<br>b<br><br>c</pre><xmp><b>x</b></xmp>") ==
        "pre(a\nb\n\nc) pre(<b>x</b>)");
  CHECK(outline_of("<pre> \n </pre>a") == "(a)");
}

TEST_CASE("lines of code may be elements") {
  CHECK(outline_of("<pre><code><div>a</div><div>  b</div></code></pre>") == "pre(a\n  b)");
  CHECK(outline_of("<pre><ol><li>a<li>b</ol></pre>") == "pre(a\nb)");
}

TEST_CASE("<pre> that holds paragraphs or tables is no code") {
  CHECK(outline_of("<pre>a  b<p>c  d</p></pre>") == "(a b) (c d)");
}

TEST_CASE("line numbers beside code are left out") {
  CHECK(outline_of("<table><tr><td><pre>1\n2\n3</pre><td><pre>a\nb\nc</pre></table>") ==
        "pre(a\nb\nc)");
  CHECK(outline_of("<pre>1\n2\n3</pre>") == "pre(1\n2\n3)");
}
