#include "page/open_elements.hpp"

#include "support/segmented.hpp"

using thresh::testing::outline_of;

TEST_CASE("headings have their level, whatever is inside them") {
  CHECK(outline_of("<h1>A</h1><h6>B <b>c</b></h6><h2><div>D</div><button>E</button></h2>") ==
        "h1(A) h6(B c) h2(D) h2(E)");
}

TEST_CASE("buttons, labels, legends and summaries are controls, unless they hold a heading") {
  CHECK(outline_of("<button>a</button><label>b</label><fieldset><legend>c</legend></fieldset>"
                   "<details><summary>d</summary>e</details><button><h3>f</h3></button>") ==
        "control(a) control(b) control(c) control(d) (e) h3(f)");
}

TEST_CASE("lists nest") {
  CHECK(outline_of("<ul><li>a<ul><li>b<li>c</ul><li>d</ul>") == "li1(a) li2(b) li2(c) li1(d)");
  CHECK(outline_of("<ul><ul><li>a</ul></ul><menu><li>b</menu><li>c") == "li2(a) li1(b) li1(c)");
}

TEST_CASE("an item of several blocks is one item") {
  CHECK(outline_of("<ul><li><p>a<p>b<ul><li>c</ul>d<li><div>e</div>") ==
        "li1(a) li1+(b) li2(c) li1+(d) li1(e)");
  CHECK(outline_of("<ul><li><h3>a</h3><p>b</p></ul>") == "h3(a) li1(b)");
}

TEST_CASE("ordered lists count as their attributes say") {
  CHECK(outline_of("<ol start=3><li>a<li>b<ol><li>c</ol><li value=9>d<li>e</ol>") ==
        "li1#3(a) li1#4(b) li2#1(c) li1#9(d) li1#10(e)");
  CHECK(outline_of("<ol start=-1><li>a<li>b<li>c</ol><ol start=x><li>d</ol><ol start=1e99>") ==
        "li1(a) li1(b) li1#1(c) li1#1(d)");
  CHECK(outline_of("<ol><li value=99999999999999999999>a<li>b</ol>") ==
        "li1#999999999(a) li1#1000000000(b)");
}

TEST_CASE("quotations nest") {
  CHECK(outline_of("<blockquote>a<blockquote><p>b</blockquote><ul><li>c</ul></blockquote>d") ==
        ">(a) >>(b) >li1(c) (d)");
}

TEST_CASE("captions stay captions") {
  CHECK(outline_of("<figure><img src=x><figcaption><p>a<ul><li>b</ul></figcaption></figure>c") ==
        "caption(a) caption(b) (c)");
}

TEST_CASE("items of a list around a table of layout are not its cells") {
  CHECK(outline_of("<ul><li>a<table><tr><td>b</table>c</ul>") == "li1(a) (b) li1+(c)");
}
