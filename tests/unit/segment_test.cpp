#include "page/segment.hpp"

#include <string>

#include "support/segmented.hpp"

using namespace thresh;
using namespace thresh::page;
using thresh::testing::document_of;
using thresh::testing::outline_of;

namespace {

std::string repeat(std::string_view text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

constexpr std::string_view kLongLine =
    "one two three four five six seven eight nine ten eleven twelve";

}  // namespace

TEST_CASE("block-level elements part text, inline elements do not") {
  CHECK(
      outline_of("<p>One <b>bold</b> and <u>m</u>ore.<div>two<section>three</section>four</div>") ==
      "(One bold and more.) (two) (three) (four)");
  CHECK(outline_of("a<hr>b<search>c</search>d<slot>e</slot>") == "(a) (b) (c) (d) (e)");
  CHECK(outline_of("<dl><dt>Term<dd>Meaning</dl>") == "(Term) (Meaning)");
}

TEST_CASE("white space and comments between runs of text do what they do in a browser") {
  CHECK(outline_of("<p>  two\n  words&nbsp;&#8195; <i> here </i> <!-- x -->too<!-- x -->l  </p>") ==
        "(two words here tool)");
  CHECK(outline_of("<p>soft&shy;ware \u200Bis zero\uFEFF &zwnj;") == "(software is zero \u200C)");
}

TEST_CASE("one <br> is a space, two part paragraphs") {
  CHECK(outline_of("<p>Roses<br>are red<br/>") == "(Roses are red)");
  CHECK(outline_of("<p>first<br>\n<br>second<br><br><br>third") == "(first) |(second) |(third)");
  CHECK(outline_of("<p><br><br>first</p><br>second") == "(first) (second)");
}

TEST_CASE("one <br> after a long line parts paragraphs; lines of verse stay together") {
  const std::string line(kLongLine);
  CHECK(outline_of("<p>" + line + "<br>" + line) == "(" + line + ") |(" + line + ")");
  CHECK(outline_of("<p>" + repeat("five words make a line<br>", 4)) ==
        "(" + repeat("five words make a line ", 3) + "five words make a line)");
}

TEST_CASE("<br> does not tear up headings, buttons and cells") {
  CHECK(outline_of("<h2>A<br><br>title</h2><button>Go<br><br>on</button>") ==
        "h2(A title) control(Go on)");
}

TEST_CASE("an empty span of class br is a line break") {
  const std::string line(kLongLine);
  CHECK(outline_of("<div>" + line + "<span class='x br'></span>Next") == "(" + line + ") |(Next)");
}

TEST_CASE("an inline element that holds a block is a container") {
  const Document document =
      document_of("<a href=/x class=card><div>one</div><span>two</span></a><b>in<i>line</i></b>");
  CHECK(outline_of(document) == "(one) (two) (inline)");
  REQUIRE(document.containers.size() == 3);
  CHECK(document.containers[1].tag == Tag::kA);
  CHECK(document.containers[2].tag == Tag::kDiv);
}

TEST_CASE("labels and links side by side are parted by a space") {
  CHECK(outline_of("<div><a href=1>one</a><a href=2>two</a></div>") == "(one two)");
  CHECK(outline_of("<div><span class=a>News</span><span class=b>Today</span></div>") ==
        "(News Today)");
  CHECK(outline_of("<p><span>s</span><span>ame</span> <a href=1>w</a>ord") == "(same word)");
}

TEST_CASE("where two spans meet, a capital behind a small letter begins a new word") {
  CHECK(outline_of("<p><b>Pros</b><em>Many</em>, <i>e</i>Bay, <b>A</b><i>B</i>") ==
        "(Pros Many, eBay, AB)");
}

TEST_CASE("what is not text of the page is skipped, and may part words") {
  CHECK(outline_of("<p>a<script>x</script>b<style>x</style>c<template>x</template>d") == "(abcd)");
  CHECK(outline_of("<p>a<svg><text>x</text></svg>b<iframe>x</iframe>c<select><option>x</select>d"
                   "<textarea>x</textarea>e<video>x</video>f<canvas>x</canvas>g<input value=x>h"
                   "<img src=x>i") == "(a b c d e f g h i)");
  CHECK(outline_of("<ruby>\u6F22<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>") == "(\u6F22)");
  CHECK(outline_of("<object data=x>In<b>stead</b></object>") == "(Instead)");
}

TEST_CASE("a shadow root that the page spells out is text") {
  CHECK(outline_of("<x-a>light<template shadowrootmode=open><p>shadow</template></x-a>") ==
        "(light) (shadow)");
}

TEST_CASE("formulas are text, but their notes for machines are not") {
  CHECK(outline_of(
            "<p>so <math><mi>a</mi><mo>=</mo><mn>1</mn><annotation>a=1</annotation></math>.") ==
        "(so a=1.)");
}

TEST_CASE("<q> gets the quotation marks that a browser draws") {
  CHECK(outline_of("<p>He said <q>no</q>. <q></q>") == "(He said \u201Cno\u201D.)");
}

TEST_CASE("noscript is walked and flagged, and flows if it holds no text") {
  CHECK(outline_of("a<noscript><p>b</p></noscript>c") == "(a) !(b) (c)");
  CHECK(outline_of("<p>a <noscript><img src=x></noscript>b") == "(a b)");
}

TEST_CASE("hidden elements are flagged, not dropped") {
  CHECK(outline_of("<div hidden>a<p>b</div><p style='color:red; Display : NONE'>c</p>"
                   "<p style='visibility:hidden'>d<p aria-hidden=true>e<p aria-hidden=false>f") ==
        "~(a) ~(b) ~(c) ~(d) ~(e) (f)");
  CHECK(outline_of("<html hidden><body style='visibility:hidden'>a") == "(a)");
}

TEST_CASE("a hidden inline element comes after the block it stands in") {
  CHECK(outline_of(
            "<p>Price <span hidden>in <b>pounds</b></span>: 5 <i aria-hidden=true>#</i></p>") ==
        "(Price : 5) ~(in pounds) ~(#)");
  CHECK(outline_of("<p><span style='display:none'>a<span hidden>b</span></span>") == "~(ab)");
}

TEST_CASE("every block knows where on the page it came from") {
  const std::string html = "<div>skip</div><p>Some <b>bold</b> text.</p><p>A &amp; B<br><br>C</p>";
  const Document document = document_of(html);
  const auto source = [&](std::size_t block) {
    const Block& b = document.blocks.at(block);
    return html.substr(b.source_begin, b.source_end - b.source_begin);
  };
  CHECK(source(1) == "Some <b>bold</b> text.");
  CHECK(source(2) == "A &amp; B");
  CHECK(source(3) == "C");
}

TEST_CASE("words, words in links and sentences are counted") {
  const Document document =
      document_of("<p>One two. <a href=x>Three four</a> five? <a>six</a><p><a href=y>Seven</a>");
  REQUIRE(document.blocks.size() == 2);
  CHECK(document.blocks[0].words == 6);
  CHECK(document.blocks[0].link_words == 2);
  CHECK(document.blocks[0].sentences == 2);
  CHECK(document.blocks[1].words == 1);
  CHECK(document.blocks[1].link_words == 1);
}

TEST_CASE("pages without text have no blocks, but a body") {
  for (const std::string_view html :
       {"", "<p> </p>", "<frameset><frame src=a><noframes>text</noframes></frameset>"}) {
    const Document document = document_of(html);
    CHECK(document.blocks.empty());
    REQUIRE(document.containers.size() >= 1);
    CHECK(document.containers[0].tag == Tag::kBody);
  }
}

TEST_CASE("a page that takes too long is a timeout") {
  const std::string html = repeat("<p>x", 20'000);
  base::Arena arena(100'000'000);
  const Result<Dom> dom = parse(html, arena, base::Deadline(0));
  REQUIRE(dom.ok());
  const base::Deadline deadline(1);
  while (!deadline.passed()) {
  }
  const Result<Document> document = segment(*dom, html, deadline);
  REQUIRE_FALSE(document.ok());
  CHECK(document.error().code == ErrorCode::kTimeout);
}
