#include "page/containers.hpp"

#include "support/segmented.hpp"

using namespace thresh::page;
using thresh::testing::document_of;

TEST_CASE("containers know their parent, their descendants and their blocks") {
  const Document document =
      document_of("<body>a<div>b<p>c<p>d</div><article><h1>e</h1></article>f");
  REQUIRE(document.containers.size() == 6);  // body div p p article h1
  const Container& body = document.containers[0];
  CHECK(body.parent == kNone);
  CHECK(body.end == 6);
  CHECK(body.first_block == 0);
  CHECK(body.end_block == 6);
  const Container& div = document.containers[1];
  CHECK(div.tag == Tag::kDiv);
  CHECK(div.parent == 0);
  CHECK(div.depth == 1);
  CHECK(div.end == 4);
  CHECK(div.first_block == 1);
  CHECK(div.end_block == 4);
  CHECK(document.containers[5].depth == 2);
  CHECK(document.blocks[3].container == 3);
  CHECK(document.blocks[5].container == 0);
}

TEST_CASE("containers carry the attributes that later stages read, and no others") {
  const Document document = document_of(
      "<body class=page id=top><div class=' big &amp; red ' id=x role=main itemprop=text itemscope "
      "itemtype=t property=p typeof=T rel=r data-testid=d aria-label=l datetime=2020 style=s "
      "title=t>a</div>");
  CHECK(document.attribute(document.containers[0], Attribute::kClass) == "page");
  CHECK(document.attribute(document.containers[0], Attribute::kId) == "top");
  const Container& div = document.containers[1];
  CHECK(div.attribute_count == 12);
  CHECK(document.attribute(div, Attribute::kClass) == "big & red");
  CHECK(document.attribute(div, Attribute::kDatetime) == "2020");
  CHECK(document.attribute(div, Attribute::kStyle).empty());
}

TEST_CASE("a custom element keeps its name") {
  const Document document = document_of("<news-letter>a</news-letter>");
  REQUIRE(document.containers.size() == 2);
  CHECK(document.containers[1].tag == Tag::kUnknown);
  CHECK(document.str(document.containers[1].name) == "news-letter");
}

TEST_CASE("hidden containers pass it on") {
  const Document document = document_of("<div hidden><p>a</div><p>b");
  CHECK(document.containers[1].hidden);
  CHECK(document.containers[2].hidden);
  CHECK_FALSE(document.containers[3].hidden);
}

TEST_CASE("form fields are counted where they stand") {
  const Document document = document_of(
      "<form><input><input type=Hidden><div><select></select><textarea></textarea></div></form>");
  CHECK(document.containers[0].inputs == 0);
  CHECK(document.containers[1].inputs == 1);
  CHECK(document.containers[2].inputs == 2);
}

TEST_CASE("fields for an e-mail address are told by type or name") {
  const Document document =
      document_of("<form><input type=EMAIL><input name=user_mail><input name=q></form>");
  CHECK(document.containers[1].inputs == 3);
  CHECK(document.containers[1].email_inputs == 2);
}
