#include "page/tables.hpp"

#include "support/segmented.hpp"

using namespace thresh::page;
using thresh::testing::document_of;
using thresh::testing::outline_of;

TEST_CASE("a regular table of short cells is data") {
  CHECK(outline_of("<table><tr><td>a<td>1<tr><td>b<td>2</table>") ==
        "td0,0(a) td0,1(1) td1,0(b) td1,1(2)");
}

TEST_CASE("headers, a caption or a role make longer cells data") {
  const std::string text(350, 'x');
  const std::string rows = "<tr><td>a<td>" + text + "<tr><td>b<td>" + text + "</table>";
  const auto is_data = [](const Document& document) { return !document.cells.empty(); };
  CHECK_FALSE(is_data(document_of("<table>" + rows)));
  CHECK(is_data(document_of("<table><tr><th>A<th>B" + rows)));
  CHECK(is_data(document_of("<table><caption>c</caption>" + rows)));
  CHECK(is_data(document_of("<table role=table>" + rows)));
  CHECK_FALSE(is_data(document_of("<table role=presentation><tr><th>A<th>B" + rows)));
}

TEST_CASE("tables that lay out a page are paragraphs") {
  CHECK(outline_of("<table><tr><td>one row<td>only</table>") == "(one row) (only)");
  CHECK(outline_of("<table><tr><td>a<tr><td>column</table>") == "(a) (column)");
  CHECK(outline_of("<table><tr><td><h1>t</h1><td>b<tr><td>c<td>d</table>") == "h1(t) (b) (c) (d)");
  CHECK(outline_of("<table><tr><td>Name<td><input><tr><td>Mail<td><input></table>") ==
        "(Name) (Mail)");
}

TEST_CASE("short posts in a table are no data") {
  CHECK(outline_of("<table><tr><td>May 1<td>#2<tr><td><div>Jo</div><div>Member</div><div>Posts: 3"
                   "</div><td><div>Re:</div><div>Thanks!</div></table>") ==
        "(May 1) (#2) (Jo) (Member) (Posts: 3) (Re:) (Thanks!)");
}

TEST_CASE("a table inside another may be data, the other is layout") {
  CHECK(outline_of("<table><tr><th>x<td>y<tr><td>z<td><table><tr><td>a<td>b<tr><td>c<td>d</table>"
                   "</table>") == "(x) (y) (z) td0,0(a) td0,1(b) td1,0(c) td1,1(d)");
}

TEST_CASE("headers are known and blocks of a cell share it") {
  const Document document = document_of(
      "<table><caption>Sums</caption><thead><tr><th>A<th>B</thead><tr><td><p>1<p>2<ul><li>3</ul>"
      "<td>4</table>");
  CHECK(outline_of(document) ==
        "caption(Sums) th0,0(A) th0,1(B) td1,0(1) td1,0(2) td1,0(3) td1,1(4)");
  CHECK(document.blocks[3].cell == document.blocks[5].cell);
  CHECK(document.containers[document.cells[0].table].tag == Tag::kTable);
}

TEST_CASE("cells make room for those that span rows and columns") {
  CHECK(outline_of("<table><tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d<tr><td>e<td>f<td>g"
                   "</table>") == "td0,0(a) td0,1(b) td1,1(c) td1,2(d) td2,0(e) td2,1(f) td2,2(g)");
  CHECK(outline_of("<table><tr><td rowspan=0>a<td>b<tr><td>c<tr><td>d</table>") ==
        "td0,0(a) td0,1(b) td1,1(c) td2,1(d)");
}

TEST_CASE("absurd spans make no table of data, which would be mostly holes") {
  CHECK(outline_of("<table><tr><td colspan=9007199254740991>a<td>b<tr><td>c<td>d</table>") ==
        "(a) (b) (c) (d)");
  CHECK(outline_of("<table><tr><td rowspan=9007199254740991>a<td>b<tr><td>c</table>") ==
        "td0,0(a) td0,1(b) td1,1(c)");
}
