#include "metadata/authors.hpp"

#include <doctest/doctest.h>

#include <string>

#include "support/facts.hpp"

using namespace thresh;
using testing::json_ld;

namespace {

const std::string kStart = "<h1>Old bridge opens again</h1>";
const std::string kText =
    "<p>The old bridge opened again on Monday after a year of work on its piers.</p>";

// "source: name, name"
std::string authors(const std::string& html) {
  const testing::PageFacts page(html);
  const ListField list = metadata::resolve_authors(page.facts());
  std::string out;
  for (const std::string& name : list.values)
    out += (out.empty() ? list.source + ": " : ", ") + name;
  return out;
}

}  // namespace

TEST_CASE("each source of authors is read") {
  struct Row {
    std::string html;
    std::string expected;
  };
  const Row rows[] = {
      {json_ld(R"({"@type": "Article", "author": "Edda Kvist"})"), "json-ld: Edda Kvist"},
      {json_ld(
           R"({"@type": "Article", "author": [{"name": "Edda Kvist"}, {"name": "T. Brandl"}]})"),
       "json-ld: Edda Kvist, T. Brandl"},
      {json_ld(R"({"@graph": [{"@type": "Article", "author": {"@id": "#e"}},
                              {"@type": "Person", "@id": "#e", "name": "Edda Kvist"}]})"),
       "json-ld: Edda Kvist"},
      {"<meta name=author content='Edda Kvist'>", "meta: Edda Kvist"},
      {"<meta name=citation_author content='Edda Kvist'><meta name=citation_author content='Al "
       "Bo'>",
       "meta: Edda Kvist, Al Bo"},
      {"<meta name=twitter:label1 content='Written by'><meta name=twitter:data1 content='Edda "
       "Kvist'>",
       "twitter:data: Edda Kvist"},
      {"<meta property=article:author content='https://social.example/edda'>", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.html);
    CHECK(authors(row.html + kStart + kText) == row.expected);
  }
}

TEST_CASE("the page shows its authors near the headline") {
  struct Row {
    std::string html;
    std::string expected;
  };
  const Row rows[] = {
      {"<div>by <a rel=author href=/x>Edda Kvist</a></div>", "rel-author: Edda Kvist"},
      {"<div>By Edda Kvist and Al Bo | 5 March 2024</div>", "byline: Edda Kvist, Al Bo"},
      {"<div>Written by</div><div>Edda Kvist</div>", "byline: Edda Kvist"},
      {"<div><a href=/authors/edda>Edda Kvist</a> #bridges</div>", "author-link: Edda Kvist"},
      {"<div class=author-name>Edda Kvist</div>", "class: Edda Kvist"},
      {"<div class=byline>5 March 2024 Edda Kvist</div>", "class: Edda Kvist"},
      {"<div>5 March 2024</div>", ""},
      {"<div>Share</div><div>3 minutes ago</div>", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.html);
    CHECK(authors(kStart + row.html + kText) == row.expected);
  }
}

TEST_CASE("the site is the author only where no person is") {
  const std::string site = "<meta property=og:site_name content=Lantern>" +
                           json_ld(R"({"@type": "Article", "author": "Lantern"})");
  CHECK(authors(site + kStart + kText) == "json-ld: Lantern");
  CHECK(authors(site + kStart + "<div>By Edda Kvist</div>" + kText) == "byline: Edda Kvist");
}

TEST_CASE("a name of JSON-LD may be in two parts") {
  const auto page = [](const std::string& author) {
    return json_ld("{\"@type\": \"Article\", \"author\": {" + author + "}}") + kStart + kText;
  };
  CHECK(authors(page(R"("givenName": "Edda", "familyName": "Kvist")")) == "json-ld: Edda Kvist");
  CHECK(authors(page(R"("givenName": "Edda")")) == "json-ld: Edda");
  CHECK(authors(page(R"("familyName": "Kvist")")).empty());
}

TEST_CASE("far from the headline an author counts only where the page names no other") {
  std::string far;
  for (int i = 0; i < 10; ++i) far += "<p>Our towns</p>";
  const std::string edda = "<div><a href=/author/edda>Edda Kvist</a></div>";
  const std::string tor = "<div><a href=/author/tor>Tor Brandl</a></div>";
  CHECK(authors(edda + far + kStart + kText) == "whole-page: Edda Kvist");
  CHECK(authors(edda + tor + far + kStart + kText).empty());
  CHECK(authors("<div><a href=/author/edda>Newsroom</a></div>" + far + kStart + kText).empty());
}

TEST_CASE("a byline that names the site alone does not hide the one behind it") {
  const std::string site = "<meta property=og:site_name content='The Lantern'>";
  CHECK(authors(site + kStart + "<p>By The Lantern</p><p>By Edda Kvist</p>" + kText) ==
        "byline: Edda Kvist");
  CHECK(authors(site + kStart + "<p>By The Lantern</p>" + kText) == "byline: The Lantern");
}

TEST_CASE("who reviewed, edited or took pictures is no author") {
  CHECK(authors(kStart + "<p>Reviewed by Tor Brandl</p>" + kText).empty());
  CHECK(authors(kStart + "<p>By Edda Kvist. Reviewed by Tor Brandl, DVM</p>" + kText) ==
        "byline: Edda Kvist");
}

TEST_CASE("a shown author stands before the site that is declared as one") {
  const std::string site = json_ld(R"({"@type": "Article", "author": "lantern.example"})");
  CHECK(authors(site + kStart + "<div>By <a rel=author href=/u/ekvist>Ekvist</a></div>" + kText) ==
        "rel-author: Ekvist");
}

TEST_CASE("what templates and buttons say is no author") {
  const std::string rows[] = {
      "<meta name=author content='page.extra.author'>" + kStart,
      json_ld(R"({"@type": "Article", "author": {"name": "Lan T", "url": "/author/admin/"}})") +
          kStart,
      kStart + "<div class=author>Written by</div>",
      kStart + "<div class=username>Sun</div>",
      kStart + "<div class=author-bio>Licensed Grader</div>",
      kStart + "<div class=byline>Ask Question</div>",
  };
  for (const std::string& row : rows) {
    CAPTURE(row);
    CHECK(authors(row + kText).empty());
  }
}

TEST_CASE("a bold name above the text is its author's, a bold line is not") {
  CHECK(authors(kStart + "<p><b>Edda Kvist/Tor Brandl</b></p>" + kText) ==
        "signature: Edda Kvist, Tor Brandl");
  CHECK(authors(kStart + "<p><b>What to know:</b></p>" + kText).empty());
  CHECK(authors(kStart + "<h3><b>Plant Picks</b></h3>" + kText).empty());
}

TEST_CASE("a thread's author is who wrote its first post, by whatever name") {
  const auto post = [](const std::string& account) {
    return "<div itemprop=author><a href=/users/7/" + account + ">" + account + "</a></div>" +
           kText;
  };
  CHECK(authors(kStart + post("ekvist77") + post("Tor")) == "microdata: ekvist77");
  CHECK(authors(kStart + "<div><a href=/users/7/ekvist>ekvist</a></div>" + kText) ==
        "author-link: ekvist");
}
