#include "metadata/dates.hpp"

#include <doctest/doctest.h>

#include <string>

#include "support/facts.hpp"

using namespace thresh;
using testing::json_ld;

namespace {

const std::string kStart = "<h1>Old bridge opens again</h1>";
const std::string kText =
    "<p>The old bridge opened again on Monday after a year of work on its piers.</p>";

metadata::Dates dates_of(const std::string& html,
                         std::string_view url = "https://lantern.example/a") {
  const testing::PageFacts page(html, url);
  return metadata::resolve_dates(page.facts());
}

std::string published(const std::string& html, std::string_view url = "https://lantern.example/a") {
  const Field field = dates_of(html, url).published;
  return field.value.empty() ? "" : field.source + " " + field.value;
}

}  // namespace

TEST_CASE("each source of a date is read") {
  struct Row {
    std::string html;
    std::string expected;
  };
  const std::string article = R"({"@type": "NewsArticle", )";
  const Row rows[] = {
      {json_ld(article + R"("datePublished": "2024-03-05T07:30Z"})"), "json-ld 2024-03-05T07:30Z"},
      {"<meta property=article:published_time content=2024-03-05>",
       "article:published_time 2024-03-05"},
      {"<meta itemprop=datePublished content=2024-03-05>", "microdata 2024-03-05"},
      {"<meta name=DC.date.issued content=2024-03-05>", "dc.date.issued 2024-03-05"},
      {"<meta name=parsely-pub-date content=2024-03-05>", "parsely-pub-date 2024-03-05"},
      {"<meta name=sailthru.date content='2024-03-05 10:00'>", "sailthru.date 2024-03-05T10:00"},
      {"<meta name=x-published-date content=2024-03-05>", "x-published-date 2024-03-05"},
      {"<meta name=viewport content=2024-03-05>", ""},
      {json_ld(R"({"@type": "WebPage", "datePublished": "2024-03-05"})"), ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.html);
    CHECK(published(row.html + kStart + kText) == row.expected);
  }
  CHECK(published(kStart + "<time datetime=2024-03-05>Tuesday</time>" + kText) ==
        "time 2024-03-05");
  CHECK(published(kStart + "<div>Published 5 March 2024</div>" + kText) == "text 2024-03-05");
  CHECK(published(kStart + kText, "https://lantern.example/2024/03/05/bridge") == "url 2024-03-05");
}

TEST_CASE("published and modified are told apart") {
  const metadata::Dates dates =
      dates_of(kStart + "<div>Updated 6 March 2024</div><div>Published 5 March 2024</div>" + kText);
  CHECK(dates.published.value == "2024-03-05");
  CHECK(dates.modified.value == "2024-03-06");

  const metadata::Dates declared = dates_of(
      json_ld(
          R"({"@type": "Article", "datePublished": "2024-03-05", "dateModified": "2024-03-06"})") +
      kStart + kText);
  CHECK(declared.modified.value == "2024-03-06");
  CHECK(declared.modified.source == "json-ld");

  const metadata::Dates same = dates_of(
      json_ld(
          R"({"@type": "Article", "datePublished": "2024-03-05", "dateModified": "2024-03-05"})") +
      kStart + kText);
  CHECK(same.modified.value.empty());
}

TEST_CASE("dates in the future and dates of other things are not taken") {
  CHECK(published("<meta property=article:published_time content=2031-03-05>" + kStart + kText) ==
        "");
  CHECK(published(kStart +
                  "<p>The council met on 5 March 2024 to speak about the bridge, its cost, its "
                  "colour, the lamps, the toll, the boats below it, the dogs that bathe there, and "
                  "whether a bell should hang on the east tower or on the west one.</p>") == "");
}

TEST_CASE("the day that readers see goes before the day in Greenwich") {
  CHECK(published(
            "<meta property=article:published_time content=2024-03-06T02:10:00Z>" + kStart + kText,
            "https://lantern.example/2024/03/05/bridge") == "url 2024-03-05");
  CHECK(published("<meta property=article:published_time content=2024-03-06T02:10:00+01:00>" +
                      kStart + kText,
                  "https://lantern.example/2024/03/05/bridge") ==
        "article:published_time 2024-03-06T02:10:00+01:00");
}

TEST_CASE("day-first or month-first follows language and site, and what else the page says") {
  const std::string date = kStart + "<div class=date>3/5/2024</div>" + kText;
  CHECK(published("<html lang=en-US>" + date) == "text 2024-03-05");
  CHECK(published("<html lang=en-GB>" + date) == "text 2024-05-03");
  CHECK(published("<html lang=fr>" + date) == "text 2024-05-03");
  CHECK(published("<html lang=en>" + date, "https://lantern.co.uk/a") == "text 2024-05-03");
  CHECK(published("<html lang=en>" + date, "https://lantern.com/a") == "text 2024-03-05");
}

TEST_CASE("a visible change stands in where nothing says when the page was published") {
  const metadata::Dates dates = dates_of(kStart + "<div>Last updated: 6 March 2024</div>" + kText);
  CHECK(dates.published.value == "2024-03-06");
  CHECK(dates.modified.value.empty());
}

TEST_CASE("a plain day below the headline goes before a declared one that the page shows nowhere") {
  const std::string declared = "<meta property=article:published_time content=2012-09-12>" + kStart;
  const std::string shown = "<div class=post-date>5 March 2024</div>";
  CHECK(published(declared + shown + kText) == "text 2024-03-05");
  CHECK(published(declared + shown + "<div>First seen 12 September 2012</div>" + kText) ==
        "article:published_time 2012-09-12");
  CHECK(published("<meta property=article:modified_time content=2024-03-05>" + declared + shown +
                  kText) == "article:published_time 2012-09-12");
  CHECK(published(declared + "<div class=post-date>Updated 5 March 2024</div>" + kText) ==
        "article:published_time 2012-09-12");
}

TEST_CASE("<time> says by its itemprop and its own words what it is") {
  const std::string modified = "<time itemprop=dateModified>2024-03-07</time> ";
  const std::string marked = "<time itemprop=datePublished datetime=2024-03-05>Tuesday</time>";
  CHECK(published(kStart + "<div>" + modified + marked + "</div>" + kText) ==
        "microdata 2024-03-05");
  CHECK(dates_of(kStart +
                 "<time datetime=2024-03-07>Last updated: 7 March</time><p>5 March 2024</p>" +
                 kText)
            .published.value == "2024-03-05");
}

TEST_CASE("a label in the block before says what a date is, wherever both stand") {
  const std::string far =
      "<p>Our towns</p><p>Our rivers</p><p>Our roads</p><p>Our boats</p>"
      "<p>Our hills</p><p>Our lakes</p>";
  CHECK(published(kStart + kText + far + "<p>Published</p><p>5 March 2024</p>" + far) ==
        "text 2024-03-05");
  CHECK(published(kStart + kText + far + "<p>Registered</p><p>5 March 2024</p>" + far) == "");
  CHECK(published(kStart + "<p>Registered: 2021-01-27</p><p>5 March 2024</p>" + kText) ==
        "text 2024-03-05");
}

TEST_CASE("a description may say when the news is from") {
  CHECK(published("<meta name=description content='Bridge opens (Notizia del 5 Marzo 2024)'>" +
                  kStart + kText) == "description 2024-03-05");
  CHECK(published("<meta name=description content='Bridge opens on 5 March 2024'>" + kStart +
                  kText) == "");
}

TEST_CASE("a day before the one in Greenwich is believed only if it was that day somewhere") {
  const auto with = [](const std::string& time) {
    return published("<meta property=article:published_time content=2024-03-06T" + time + "Z>" +
                     kStart + "<div>5 March 2024</div>" + kText);
  };
  CHECK(with("02:10:00") == "text 2024-03-05");
  CHECK(with("23:10:00") == "article:published_time 2024-03-06T23:10:00Z");
}

TEST_CASE("a day that would be in the future is read the other way round") {
  const auto on_last_day = [](const std::string& language) {
    const testing::PageFacts page("<html lang=" + language + ">" + kStart +
                                  "<div class=date>5/3/2026</div>" + kText);
    metadata::Facts facts = page.facts();
    facts.latest = {2026, 3, 31};
    return metadata::resolve_dates(facts).published.value;
  };
  CHECK(on_last_day("en-GB") == "2026-03-05");
  CHECK(on_last_day("en-US") == "2026-03-05");
}
