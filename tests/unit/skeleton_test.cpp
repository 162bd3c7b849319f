#include "page/skeleton.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace thresh::page;

namespace {

// The mark-up of the skeleton; "? reason" if the page has none.
std::string skeleton(std::string_view page) {
  const Outline outline = make_outline(page);
  if (outline.verdict == Outline::kSure) return outline.skeleton.markup;
  return std::string("? ").append(outline.reason);
}

bool is_doubtful(std::string_view page) { return make_outline(page).verdict == Outline::kDoubtful; }

std::string_view source(std::string_view page, const DomNode& node) {
  return page.substr(node.source_begin, node.source_end - node.source_begin);
}

std::string repeated(std::string_view text, int times) {
  std::string out;
  while (times-- > 0) out += text;
  return out;
}

}  // namespace

TEST_CASE("a skeleton has the tags, and one character for each run of text") {
  CHECK(skeleton("<p class=\"lead\">Good <b>news</b> &amp; more<!-- ad --></p>") ==
        "<p>xxx<!----></p>");
  CHECK(skeleton("<ul> <li>a\n<li>b</ul>\n") == "<ul> <li>x<li>x</ul> ");
}

TEST_CASE("runs and tags know where they stand in the page") {
  const std::string_view page = "<p id=a>one</p> <i>";
  const Skeleton skeleton = make_outline(page).skeleton;
  REQUIRE(skeleton.tags.size() == 2);
  REQUIRE(skeleton.marks.size() == 2);
  CHECK(source(page, skeleton.nodes[skeleton.tags[0].node]) == "<p id=a>");
  CHECK(source(page, skeleton.nodes[skeleton.marks[0].node]) == "one");
  CHECK(skeleton.markup.substr(skeleton.tags[1].offset) == "<i>");
  CHECK(skeleton.markup[skeleton.marks[1].offset] == ' ');
  REQUIRE(skeleton.attributes.size() == 1);
  CHECK(skeleton.attributes[0].name == Attribute::kId);
  CHECK(skeleton.attributes[0].value == "a");
}

TEST_CASE("one mark stands for a plain element and all that is in it") {
  CHECK(skeleton("<body><div>a<ul><li><a href=u>b</a></ul></div> <p>c") ==
        "<body><div>x<ul><li>x<!----></ul></div> <p>x");
  CHECK(skeleton("<body><div>a<ul><li><a href=u>b</a></li></ul></div> <br>c") == "<body>x xx");
  CHECK(skeleton("<body><script>a</script><svg><path/></svg><textarea><p></textarea>") ==
        "<body>xxx");
  CHECK(skeleton("<table><tr><td><div>a</div></table>") == "<table><tr><td>x<!----></table>");
}

TEST_CASE("what a mark stands for is a tree of its own") {
  const std::string_view page = "<body><P id=a>one <b>two</b></P>";
  const Skeleton skeleton = make_outline(page).skeleton;
  REQUIRE(skeleton.marks.size() == 1);
  const std::uint32_t p = skeleton.marks[0].node;
  REQUIRE(skeleton.nodes.size() == p + 4);
  const auto& nodes = skeleton.nodes;
  CHECK(nodes[p].tag == Tag::kP);
  CHECK(nodes[p].attribute_count == 1);
  CHECK(nodes[p].end == p + 4);
  CHECK(nodes[p + 1].text == "one ");
  CHECK(nodes[p + 1].parent == p);
  CHECK(nodes[p + 2].tag == Tag::kB);
  CHECK(nodes[p + 2].end == p + 4);
  CHECK(nodes[p + 3].parent == p + 2);
}

TEST_CASE("an element that the parser may do more with than open and close has tags") {
  for (const char* page : {
           "<p>",                           // has no end tag
           "<p>x<div></div>",               // closes another
           "<a><b></b><a></a>",             // the same
           "<table><div></div>",            // goes before the table
           "<select><div></div></select>",  // is ignored
           "<p><b>x</p><i></i>",            // is put into a <b> once more
           "<form></form>",                 // is remembered
       }) {
    CHECK_MESSAGE(skeleton("<body>" + std::string(page)).find('<', 6) != std::string::npos, page);
  }
  CHECK(skeleton("<p>x</p><p>y</p>") == "<p>x</p>x");  // the first may begin the body
}

TEST_CASE("text that an end tag may move leaves elements where they are") {
  CHECK(skeleton("<body><form><br>x</form>") == "<body><form>x<!---->x</form>");
  CHECK(skeleton("<body><form>x<br></form>") == "<body><form>xx<!----></form>");
  CHECK(skeleton("<body><form>x</form>") == "<body><form>x</form>");
}

TEST_CASE("references to white space are white space") {
  CHECK(skeleton("<table>&#32;&Tab;\n<tr>") == "<table> <tr>");
  CHECK(skeleton("<table>&nbsp;<tr>") == "<table>x<tr>");
  CHECK(skeleton("<table>&#32;a<tr>") == "<table>x<tr>");
}

TEST_CASE("private-use characters of the page are no runs of the skeleton") {
  CHECK(skeleton("\xF3\xB0\x80\x81<b>\xF3\xB0\x80\x80") == "x<b>x");
}

TEST_CASE("the text of scripts and styles is left out, but for JSON-LD") {
  CHECK(skeleton("<script>a<b</script><style>p{}</style>") == "<script></script><style></style>");
  CHECK(skeleton("<script type='application/ld+json'>{}</script>") == "<script>x</script>");
  CHECK(skeleton("<script type=application/ld&#43;json>{}</script>") == "<script>x</script>");
  CHECK(skeleton("<iframe><p></iframe><noembed><p></noembed>") ==
        "<iframe></iframe><noembed></noembed>");
}

TEST_CASE("the text of titles, text areas and xmp is one run") {
  CHECK(skeleton("<title>a <b></title><textarea>\n<p></textarea><xmp><p></xmp>") ==
        "<title>x</title><textarea>x</textarea><xmp>x</xmp>");
}

TEST_CASE("a line feed right behind <pre> is no text") {
  CHECK(skeleton("<pre>\n</pre>") == "<pre></pre>");
  CHECK(skeleton("<pre>\r\n\n</pre>") == "<pre> </pre>");
  CHECK(skeleton("<pre><form>\n</form></pre>") == "<pre><form> </form></pre>");
}

TEST_CASE("the content of svg is left out, that of math is not") {
  CHECK(skeleton("<svg viewBox=0><path/></svg>a<svg/>") == "<svg></svg>x<svg/>");
  CHECK(skeleton("<math display=block><mi>x</mi><mspace/></math>") ==
        "<math><mi>x</mi><mspace/></math>");
}

TEST_CASE("attributes that tree construction looks at are told") {
  CHECK(skeleton("<input type=HIDDEN name=a><input type=text>") == "<input type=hidden><input>");
  CHECK(skeleton("<html lang=en x=y><body class=c lang=de>") ==
        "<html lang=0><body class=1 lang=2>");
  const std::string fonts = skeleton("<font id=1 class=a><font CLASS=a id=1 id=2><font id=2>");
  const std::size_t length = fonts.find('>') + 1;
  CHECK(length > std::string("<font>").size());
  CHECK(fonts.substr(0, length) == fonts.substr(length, length));
  CHECK(fonts.substr(0, length) != fonts.substr(2 * length));
}

TEST_CASE("only the first doctype counts") {
  CHECK(skeleton("<!DOCTYPE html SYSTEM 'a'><p><!DOCTYPE b>") ==
        "<!DOCTYPE html SYSTEM 'a'><p><!doctype>");
}

TEST_CASE("white space of a column group parts from the text behind it") {
  CHECK(skeleton("<table><colgroup> a") == "<table><colgroup> x");
}

TEST_CASE("an unterminated tag, comment or script ends the page") {
  CHECK(skeleton("a<b class='") == "x");
  CHECK(skeleton("a<!-- b") == "x<!---->");
  CHECK(skeleton("a<script>b") == "x<script>");
}

TEST_CASE("NUL among white space is nothing in the body, and a doubt before") {
  CHECK(skeleton(std::string_view("<p>a</p>\0<p>", 12)) == "<p>x</p><p>");
  CHECK(skeleton(std::string_view("<p>a</p> \0<p>", 13)) == "<p>x</p> <p>");
  CHECK(is_doubtful(std::string_view("<title>a</title>\0", 17)));
}

TEST_CASE("pages that the parser may read otherwise have no skeleton") {
  for (const char* page :
       {"<plaintext>", "<frameset>", "<isindex>", "<select><style></style></select>",
        "<select><svg></svg></select>", "<select><template></template></select>",
        "<template><col></template>", "<svg><p></svg>", "<math><mi></math>", "</><svg></svg>",
        "<script><!--<script></script>--></script>", "<pre>&#10;</pre>"}) {
    CHECK_MESSAGE(is_doubtful(page), page);
  }
}

TEST_CASE("an iframe without an end tag ends with its noscript") {
  CHECK(skeleton("<noscript><iframe src=x /></noscript><p>y") ==
        "<noscript><iframe></iframe></noscript><p>x");
  CHECK(skeleton("<noscript><style>a</noscript><noscript><iframe></iframe></noscript>z") ==
        "<noscript><style></style></noscript><noscript><iframe></iframe></noscript>x");
  CHECK(skeleton("<noscript></noscript><iframe>a</noscript>b</iframe>") ==
        "<noscript></noscript><iframe></iframe>");
  CHECK(make_outline("<noscript><iframe></noscript><p>y").skeleton.has_cut);
}

TEST_CASE("the guard of the whole page counts what the parser will see of it") {
  const std::string page =
      "<noscript><iframe></noscript><!--</iframe>" + repeated("<div>", 600) + "--><isindex>";
  CHECK(make_outline(page).verdict == Outline::kTooComplex);
  CHECK(make_outline("<noscript><iframe></noscript>" + repeated("<div>", 600) + "<isindex>")
            .verdict == Outline::kSure);
}

TEST_CASE("a select that is over is no trouble") {
  CHECK(skeleton("<select></select><style></style>") == "<select></select><style></style>");
  CHECK(skeleton("<select><select><title></title>") == "<select><select><title></title>");
  CHECK(skeleton("<select><input><title></title>") == "<select><input><title></title>");
  CHECK(skeleton("<select><textarea></textarea>") == "<select><textarea></textarea>");
}

TEST_CASE("what is doubtful even to the guard is too complex") {
  CHECK(make_outline("<table><tr><select><tr><style>").verdict == Outline::kTooComplex);
  CHECK(make_outline("<template><col><script>").verdict == Outline::kTooComplex);
  CHECK(make_outline("<template><select></template><style>").verdict == Outline::kTooComplex);
}

TEST_CASE("deep pages have a skeleton without the tags past the cap, with their text") {
  const std::string page = repeated("<div>", 600) + "deep" + repeated("</div>", 600) + "after";
  const Outline outline = make_outline(page);
  REQUIRE(outline.verdict == Outline::kSure);
  CHECK(outline.skeleton.nodes.size() == kMaxDepth + 2);
  CHECK(outline.skeleton.markup == "<div>x<!----></div>x");
}

TEST_CASE("deep or attribute-laden pages are too complex without a skeleton") {
  const std::string deep = repeated("<div>", 600);
  std::string laden = "<p";
  for (int i = 0; i < 300; ++i) laden += " a" + std::to_string(i);
  CHECK(make_outline(laden + ">").verdict == Outline::kSure);
  for (const std::string& page :
       {deep + "<isindex>", "<isindex>" + deep, "<isindex>" + laden + ">", laden + "><isindex>"}) {
    CHECK(make_outline(page).verdict == Outline::kTooComplex);
  }
}
