#include <doctest/doctest.h>

#include <string>

#include "metadata/facts.hpp"
#include "support/segmented.hpp"

using namespace thresh;

namespace {

// What is left of a title on a page of "The Lantern" at www.lantern-news.example.
std::string cut(std::string_view title) {
  const page::Document document =
      testing::document_of("<meta property=og:site_name content='The Lantern'>");
  const metadata::Facts facts{
      document, {}, "https://www.lantern-news.example/a", "", metadata::JsonLd(document)};
  return std::string(facts.site.cut(title));
}

}  // namespace

TEST_CASE("the site's name is cut off either end of a title") {
  CHECK(cut("Bridge reopens | The Lantern") == "Bridge reopens");
  CHECK(cut("Bridge reopens - the LANTERN") == "Bridge reopens");
  CHECK(cut("The Lantern: Bridge reopens") == "Bridge reopens");
  CHECK(cut("Bridge reopens \u2014 The Lantern Online") == "Bridge reopens");
  CHECK(cut("Bridge reopens - Lantern News") == "Bridge reopens");
  CHECK(cut("Bridge_The Lantern") == "Bridge");
}

TEST_CASE("what stands behind the site's name goes with it, and a name may hold a separator") {
  CHECK(cut("Bridge reopens | The Lantern | by A. Writer") == "Bridge reopens");
  const page::Document document = testing::document_of(
      "<meta property=og:site_name content='University of Hill-Valley Point'>");
  const metadata::Facts facts{document, {}, "", "", metadata::JsonLd(document)};
  CHECK(facts.site.cut("Coffee - University of Hill-Valley Point") == "Coffee");
  CHECK(facts.site.cut(" - University of Hill-Valley Point").empty());
}

TEST_CASE("other titles stay whole") {
  for (const std::string title : {"Bridge reopens", "Bridge - reopened at last", "The Lantern",
                                  "How a gas-lantern lit the town", "Fire on the pre-lantern",
                                  "Opening times: what The Lantern learned in a year of asking"}) {
    CAPTURE(title);
    CHECK(cut(title) == title);
  }
}

TEST_CASE("a page that names no site has no name to cut") {
  const page::Document document = testing::document_of("<p>");
  const metadata::Facts facts{document, {}, "", "", metadata::JsonLd(document)};
  const metadata::SiteNames& names = facts.site;
  CHECK(names.cut("Bridge reopens | The Lantern") == "Bridge reopens | The Lantern");
  CHECK_FALSE(names.match(""));
  CHECK_FALSE(names.match_loosely("The Lantern"));
}
