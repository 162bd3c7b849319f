#include "page/dom.hpp"

#include <doctest/doctest.h>

#include <string>

#include "base/ascii.hpp"

using namespace thresh;
using namespace thresh::page;

namespace {

struct Parsed {
  explicit Parsed(std::string_view text, std::size_t budget = 10'000'000, int timeout_ms = 0)
      : arena(budget), result(parse(text, arena, base::Deadline(timeout_ms))) {}

  // "html(head,body(p#x'text'))": elements with their id, and quoted texts.
  std::string outline() {
    std::string out;
    if (result) append_outline(out, 0, 1);
    return out;
  }

  base::Arena arena;
  Result<Dom> result;

 private:
  void append_outline(std::string& out, std::uint32_t begin, std::uint32_t end) {
    const Dom& dom = *result;
    for (std::uint32_t i = begin; i < end; i = dom.nodes[i].end) {
      const DomNode& node = dom.nodes[i];
      if (i != begin) out += ',';
      if (node.tag == Tag::kText) {
        out.append("'").append(node.text).append("'");
        continue;
      }
      out += node.tag == Tag::kUnknown ? node.text : tag_name(node.tag);
      if (const DomAttribute* id = dom.attribute(node, Attribute::kId)) {
        out.append("#").append(id->value);
      }
      if (node.end == i + 1) continue;
      out += '(';
      append_outline(out, i + 1, node.end);
      out += ')';
    }
  }
};

std::string outline(std::string_view text) { return Parsed(text).outline(); }

}  // namespace

TEST_CASE("a page becomes a tree in document order") {
  CHECK(outline("<!DOCTYPE html><p id=a>one<b>two</b>") == "html(head,body(p#a('one',b('two'))))");
  CHECK(outline("") == "html(head,body)");
}

TEST_CASE("comments are dropped, and scripts and styles are empty but for JSON-LD") {
  CHECK(outline("<body>a<!-- b -->c") == "html(head,body('a','c'))");
  CHECK(
      outline("<script>x</script><style>y</style><script type='Application/LD+JSON'>{}</script>") ==
      "html(head(script,style,script('{}')),body)");
}

TEST_CASE("noscript holds elements") {
  CHECK(outline("<body><noscript><p>x</noscript>") == "html(head,body(noscript(p('x'))))");
}

TEST_CASE("elements without a row in the tag table keep their name in lower case") {
  CHECK(outline("<body><My-Widget id=w>x</My-Widget><dfn>y</dfn>") ==
        "html(head,body(my-widget#w('x'),dfn('y')))");
  CHECK(outline("<body></><x-y>") == "html(head,body(x-y))");
}

TEST_CASE("only attributes of the table are kept, the first of each name") {
  Parsed page("<body CLASS='a&amp;b' data-zzz=1 class=c onclick=x href=u>");
  const Dom& dom = *page.result;
  const DomNode& body = dom.nodes[2];
  CHECK(body.tag == Tag::kBody);
  CHECK(body.attribute_count == 2);
  CHECK(dom.attribute(body, Attribute::kHref)->value == "u");
  CHECK(dom.attribute(body, Attribute::kLang) == nullptr);
}

TEST_CASE("nodes know where they stand in the page") {
  const std::string_view text = "<body> <p class=x>one</p><table><tr><td>two";
  Parsed page(text);
  for (const DomNode& node : page.result->nodes) {
    const std::string_view source =
        text.substr(node.source_begin, node.source_end - node.source_begin);
    if (node.tag == Tag::kP) CHECK(source == "<p class=x>");
    if (node.tag == Tag::kTbody) CHECK(source.empty());
    if (node.tag == Tag::kText && !base::trim(node.text).empty()) CHECK(source == node.text);
  }
}

TEST_CASE("elements of SVG and MathML are marked") {
  Parsed page("<svg><a></a></svg><a>");
  const Dom& dom = *page.result;
  CHECK(dom.nodes[3].tag == Tag::kSvg);
  CHECK(dom.nodes[3].foreign);
  CHECK_FALSE(dom.nodes[dom.nodes[3].end].foreign);
}

TEST_CASE("attributes of a second html or body tag are added to those of the first") {
  Parsed page("<html lang=en><body id=a><p><html lang=de class=b><body id=c title=d>");
  const Dom& dom = *page.result;
  const DomNode& html = dom.nodes[0];
  const DomNode& body = dom.nodes[2];
  CHECK(dom.attribute(html, Attribute::kLang)->value == "en");
  CHECK(dom.attribute(html, Attribute::kClass)->value == "b");
  CHECK(dom.attribute(body, Attribute::kId)->value == "a");
  CHECK(dom.attribute(body, Attribute::kTitle)->value == "d");
}

TEST_CASE("elements that the parser opens again keep their attributes") {
  CHECK(outline("<body><p><b id=x>one<p>two") == "html(head,body(p(b#x('one')),p(b#x('two'))))");
  CHECK(outline("<body><a id=x><div>one</a>two</div>") ==
        "html(head,body(a#x,div(a#x('one'),'two')))");
}

TEST_CASE("what is raw stands as on the page, what is not is decoded") {
  Parsed page("<body title='a&amp;b'>c&amp;d<xmp>&amp;</xmp><script type=ld+json>&amp;</script>");
  const Dom& dom = *page.result;
  CHECK(dom.attribute(dom.nodes[2], Attribute::kTitle)->raw);
  CHECK(dom.attribute(dom.nodes[2], Attribute::kTitle)->value == "a&amp;b");
  CHECK(dom.nodes[3].raw);
  CHECK(dom.nodes[3].text == "c&amp;d");
  for (const DomNode& node : dom.nodes) {
    if (node.text == "&amp;") CHECK_FALSE(node.raw);
  }
}

TEST_CASE("a page without a skeleton is parsed whole, into the same tree") {
  const std::string page = "<body id=a>b&amp;<i>c</i><style>d</style><X-y></X-y>";
  Parsed whole(page + "<svg></p></svg>");
  REQUIRE(whole.result);
  CHECK(whole.result->whole_page);
  CHECK(whole.outline() == "html(head,body#a('b&',i('c'),style,x-y,svg(p)))");
  CHECK_FALSE(Parsed(page).result->whole_page);
  CHECK(outline(page) == "html(head,body#a('b&amp;',i('c'),style,x-y))");
}

TEST_CASE("pages that are too complex to be parsed whole are refused") {
  std::string deep = "<isindex>";
  for (int i = 0; i < 1000; ++i) deep += "<div>";
  Parsed page(deep);
  REQUIRE_FALSE(page.result);
  CHECK(page.result.error().code == ErrorCode::kTooComplex);
}

TEST_CASE("a page that needs more memory than its budget is too complex") {
  std::string bomb;
  for (int i = 0; i < 2000; ++i) bomb += "<p><b id=" + std::to_string(i) + ">";
  Parsed page(bomb);
  REQUIRE_FALSE(page.result);
  CHECK(page.result.error().code == ErrorCode::kTooComplex);
}

TEST_CASE("a page that takes longer than its deadline times out") {
  std::string slow;
  for (int i = 0; i < 2000; ++i) slow += "<p><b id=" + std::to_string(i) + ">";
  Parsed page(slow, 1'000'000'000, 1);
  REQUIRE_FALSE(page.result);
  CHECK(page.result.error().code == ErrorCode::kTimeout);
}

TEST_CASE("C1 controls are characters of windows-1252 on the whole-page path, too") {
  const std::string page = "<p>\xC2\x93x\xC2\x94<b id=1>y</b><isindex>";
  Parsed parsed(page);
  REQUIRE(parsed.result);
  REQUIRE(parsed.result->whole_page);
  bool found = false;
  for (const DomNode& node : parsed.result->nodes) {
    if (node.text.find("\u201Cx\u201D") != std::string_view::npos) found = true;
    if (node.tag == Tag::kB) CHECK(node.source_begin == page.find("<b"));
  }
  CHECK(found);
}

TEST_CASE("text behind a CDATA section in <math> in a table does not end the process") {
  Parsed parsed("<table><math><mi><![CDATA[ ]]>x</table><p>y<b id=1>z</b><isindex>");
  REQUIRE(parsed.result);
  REQUIRE(parsed.result->whole_page);
  CHECK(parsed.outline().find("'y'") != std::string::npos);
}
