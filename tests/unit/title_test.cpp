#include "metadata/title.hpp"

#include <doctest/doctest.h>

#include <string>

#include "support/segmented.hpp"

using namespace thresh;

namespace {

// `headline` is the text of the block that the judge takes for the headline.
Field title_of(std::string_view html, std::string_view headline = {}) {
  const page::Document document = testing::document_of(html);
  judge::Decisions decisions(document.blocks.size());
  for (std::size_t i = 0; i < decisions.size(); ++i) {
    if (document.str(document.blocks[i].text) != headline) continue;
    decisions[i].keep = true;
    decisions[i].label = Label::kTitle;
  }
  return metadata::resolve_title(
      {document, decisions, "https://lantern.example/a", "", metadata::JsonLd(document)});
}

}  // namespace

TEST_CASE("the headline that the page shows goes before what it declares") {
  const std::string page =
      "<title>Old bridge opens again after a year - Lantern</title>"
      "<meta property=og:title content='See who opened our bridge'>"
      "<h1>Lantern</h1><h2>Old bridge opens again after a year</h2><p>Text.</p>";
  const Field title = title_of(page, "Old bridge opens again after a year");
  CHECK(title.value == "Old bridge opens again after a year");
  CHECK(title.source == "headline");
}

TEST_CASE("where the judge sees no headline, the first h1 is it") {
  const Field title = title_of("<title>Bridge</title><h1 hidden>No</h1><h1>The bridge</h1>");
  CHECK(title.value == "The bridge");
  CHECK(title.source == "h1");
}

TEST_CASE("an h1 with the site's name, or with a word that nothing bears out, is no title") {
  const std::string declared = "<meta property=og:title content='Old bridge opens again'>";
  CHECK(title_of(declared + "<h1>Lantern</h1>").value == "Old bridge opens again");
  CHECK(title_of(declared + "<h1>News</h1>").source == "og:title");
  CHECK(title_of("<h1>News</h1>").value == "News");
  CHECK(title_of(declared + "<h1>A crossing for everyone is back</h1>").source == "h1");
}

TEST_CASE("without a visible one, og:title, twitter:title, JSON-LD and title are asked in turn") {
  const std::string title = "<title>Fourth</title>";
  const std::string json_ld =
      "<script type='application/ld+json'>{\"@type\":\"Article\",\"headline\":\"Third\"}</script>";
  const std::string twitter = "<meta name=twitter:title content=Second>";
  const std::string og = "<meta property=og:title content=First>";
  CHECK(title_of(title + json_ld + twitter + og).value == "First");
  CHECK(title_of(title + json_ld + twitter).source == "twitter:title");
  CHECK(title_of(title + json_ld).source == "json-ld");
  CHECK(title_of(title).source == "title");
  CHECK(title_of("<p>Text.</p>").value.empty());
  CHECK(title_of("<p>Text.</p>").source.empty());
}

TEST_CASE("the site's name is cut off, and off the title element what looks like one") {
  CHECK(title_of("<h1>Bridge opens | Lantern</h1>").value == "Bridge opens");
  CHECK(title_of("<title>Old bridge opens again - The Evening Echo</title>").value ==
        "Old bridge opens again");
  CHECK(title_of("<title>Bridge - what the town gains from it</title>").value ==
        "Bridge - what the town gains from it");
  CHECK(title_of("<meta property=og:title content='Old bridge - open again'>").value ==
        "Old bridge - open again");
}

TEST_CASE("what the page shows decides which part of the title element is the headline") {
  const std::string title = "<title>Evening Echo Online: Bridge opens at last</title>";
  CHECK(title_of(title + "<b>Bridge opens at last</b> by A. Writer").value ==
        "Bridge opens at last");
  CHECK(title_of(title).value == "Evening Echo Online: Bridge opens at last");
}

TEST_CASE("of a block that shows more than the headline, the declared part is it") {
  const Field title = title_of(
      "<meta property=og:title content='Old bridge opens again'>"
      "<div>Home &gt; News <br> Old bridge opens again</div><p>Text.</p>",
      "Home > News Old bridge opens again");
  CHECK(title.value == "Old bridge opens again");
  CHECK(title.source == "headline");
}

TEST_CASE("endless texts are no titles and cost little") {
  const std::string endless(400'000, 'a');
  CHECK(title_of("<title>" + endless + "</title><meta property=og:site_name content=" + endless +
                 "><meta property=og:title content='Bridge opens'><h1>" + endless + "b</h1>")
            .value == "Bridge opens");
}

TEST_CASE(
    "a subheading that the page does not declare is no title; an h1, else what it declares, is") {
  const std::string declared = "<meta property=og:title content='Old bridge opens again'>";
  CHECK(title_of(declared + "<h1>The bridge opens</h1><h2>Play bridge</h2>", "Play bridge").value ==
        "The bridge opens");
  CHECK(title_of(declared + "<h2>Play bridge</h2>", "Play bridge").source == "og:title");
}

TEST_CASE("labels before the headline and counts behind it go, where it is declared without them") {
  const std::string declared = "<meta property=og:title content='Old bridge opens again'>";
  CHECK(title_of(declared + "<h1>News Old bridge opens again</h1>").value ==
        "Old bridge opens again");
  CHECK(title_of(declared + "<h1>Old bridge opens again (lantern.example) 139</h1>").value ==
        "Old bridge opens again");
  CHECK(title_of(declared + "<h1>In the north: Old bridge opens again</h1>").value ==
        "In the north: Old bridge opens again");
  CHECK(title_of("<h1>Old bridge opens again | City | Desk of the Lantern</h1>").value ==
        "Old bridge opens again");
}

TEST_CASE("what a news site declares twice goes before the headline it lays the page out with") {
  const std::string title = "Town opens its old bridge to trams";
  CHECK(title_of("<meta property=og:title content='" + title + "'>" +
                 "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"" +
                 title + "\"}</script><h1>Trams roll over the old bridge of the town</h1>")
            .value == title);
}

TEST_CASE("a headline that only a news site's JSON-LD words goes before the one laid out") {
  const auto page = [](const std::string& type, const std::string& headline) {
    return "<title>Trams roll over old bridge</title>"
           "<script type='application/ld+json'>{\"@type\":\"" +
           type + "\",\"headline\":\"" + headline +
           "\"}</script><h1>Trams roll over old bridge</h1>";
  };
  const std::string title = "Town opens its old bridge to trams";
  CHECK(title_of(page("NewsArticle", title)).value == title);
  CHECK(title_of(page("BlogPosting", title)).value == "Trams roll over old bridge");
  CHECK(title_of(page("NewsArticle", "Trams")).value == "Trams roll over old bridge");
}

TEST_CASE("of a page that is no article, what it declares twice goes before its slogan") {
  const std::string declared =
      "<title>Bridge building services | Lantern</title>"
      "<meta property=og:title content='Bridge building services'>";
  const std::string slogan = "<h1>Bridge services that carry you across</h1>";
  CHECK(title_of(declared + slogan).value == "Bridge building services");
  CHECK(title_of(declared + "<meta property=og:type content=article>" + slogan).source == "h1");
  CHECK(title_of("<title>Another title</title>" + declared + slogan).source == "h1");
}

TEST_CASE("of two headings the one that the page declares is its title") {
  const std::string page =
      "<meta property=og:type content=article><meta property=og:title content='The best old "
      "bridges'><h1>1. Best old bridges of stone: Hill Bridge</h1><h2>The best old bridges</h2>";
  const Field title = title_of(page);
  CHECK(title.value == "The best old bridges");
  CHECK(title.source == "headline");
}
