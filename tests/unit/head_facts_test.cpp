#include "page/head_facts.hpp"

#include <string>

#include "support/segmented.hpp"

using namespace thresh::page;
using thresh::testing::document_of;

TEST_CASE("the first title counts, as one line") {
  const Document document = document_of(
      "<title> Cats &amp;\n dogs </title><body><svg><title>x</title></svg>"
      "<title>other</title>");
  CHECK(document.str(document.title) == "Cats & dogs");
}

TEST_CASE("metas are found in head and body, once for each of their names") {
  const Document document = document_of(
      "<meta name=Description content=' a \n b '><meta property=og:title name=title content=c>"
      "<meta http-equiv=Refresh content=d><meta name=x><meta charset=utf-8>"
      "<body>text<meta itemprop=datePublished content=2020>"
      "<span itemprop=dateModified content=2021>2021</span>");
  std::string metas;
  for (const Meta& meta : document.metas) {
    metas.append(attribute_name(meta.key)).append(" ").append(document.str(meta.name));
    metas.append("=").append(document.str(meta.content)).append("; ");
  }
  CHECK(metas ==
        "name description=a b; name title=c; property og:title=c; http-equiv refresh=d; "
        "itemprop datepublished=2020; itemprop datemodified=2021; ");
}

TEST_CASE("links, base and language are found") {
  const Document document = document_of(
      "<html lang=de-AT><link rel=Canonical href=' https://example.org/a '><link rel=alternate "
      "hreflang=en type=text/html href=/en><link rel=x><base target=_top><base href=/b/>"
      "<base href=/c/>");
  CHECK(document.str(document.language) == "de-AT");
  CHECK(document.str(document.base_href) == "/b/");
  REQUIRE(document.link_elements.size() == 2);
  CHECK(document.str(document.link_elements[0].rel) == "canonical");
  CHECK(document.str(document.link_elements[0].href) == "https://example.org/a");
  CHECK(document.str(document.link_elements[1].hreflang) == "en");
  CHECK(document.str(document.link_elements[1].type) == "text/html");
}

TEST_CASE("JSON-LD is kept as it stands, other scripts are counted") {
  const Document document = document_of(
      "<script>x</script><script type='application/LD+json; charset=utf-8'> {\"a\":\"&amp;\"} "
      "</script><body><script type=application/json>{}</script>"
      "<script type=application/ld+json></script>");
  REQUIRE(document.json_ld.size() == 1);
  CHECK(document.str(document.json_ld[0]) == "{\"a\":\"&amp;\"}");
  CHECK(document.scripts == 2);
}

TEST_CASE("saved pages say where they are from") {
  CHECK(saved_from(
            "<!DOCTYPE html>\n<!-- saved from url=(0023)https://example.org/a?b -->\n<html>") ==
        "https://example.org/a?b");
  CHECK(saved_from("<!DOCTYPE html> <html lang=en><!--\n Page saved with SingleFile \n url: "
                   "https://example.org/b \n saved date: Thu Jan 02 2020\n-->") ==
        "https://example.org/b");
  CHECK(saved_from("<!-- x --><!-- saved from url=(0014)about:internet -->") == "about:internet");
}

TEST_CASE("other comments are not taken for that") {
  for (const std::string_view page :
       {"", "<!--", "<!-- url: https://example.org -->", "saved from url=(0001)x",
        "<!-- saved from url=(", "<!-- saved from url=(9)-->",
        "<!--Page saved with SingleFile-->"}) {
    CHECK(saved_from(page).empty());
  }
  CHECK(saved_from(std::string(5000, ' ') + "<!-- saved from url=(0001)x -->").empty());
}
