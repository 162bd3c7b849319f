#include "metadata/author_names.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace thresh::metadata;
using Names = std::vector<std::string>;

namespace {

Names shown(std::string_view text) { return names_in(text, NameText::kShown); }
Names declared(std::string_view text) { return names_in(text, NameText::kDeclared); }

}  // namespace

TEST_CASE("what introduces authors is cut off, in many languages") {
  for (const std::string_view lead : {"By ", "BY ", "Written by ", "Von ", "Par ", "Por ",
                                      "Text: ", "Door ", "Av ", "Автор: ", "Tekst: ", "Oleh "}) {
    CAPTURE(std::string(lead));
    CHECK(shown(std::string(lead) + "Edda Kvist") == Names{"Edda Kvist"});
  }
  CHECK(shown("作者：林小雨") == Names{"林小雨"});
}

TEST_CASE("several names are several authors") {
  const Names both{"Edda Kvist", "Tomas Brandl"};
  for (const std::string_view text :
       {"By Edda Kvist and Tomas Brandl", "Edda Kvist, Tomas Brandl", "Edda Kvist & Tomas Brandl",
        "Von Edda Kvist und Tomas Brandl", "Edda Kvist et Tomas Brandl",
        "Edda Kvist | Tomas Brandl", "By Edda Kvist and by Tomas Brandl",
        "Edda Kvist, Edda Kvist; Tomas Brandl"}) {
    CAPTURE(std::string(text));
    CHECK(shown(text) == both);
  }
}

TEST_CASE("roles, degrees, dates and addresses are no authors") {
  CHECK(shown("By Edda Kvist, Staff Writer") == Names{"Edda Kvist"});
  CHECK(shown("By Edda Kvist, PhD, MD") == Names{"Edda Kvist"});
  CHECK(shown("By Edda Kvist, 5 March 2024") == Names{"Edda Kvist"});
  CHECK(shown("By Edda Kvist on Tuesday") == Names{"Edda Kvist"});
  CHECK(shown("edda@courier.example").empty());
  CHECK(shown("@eddakvist").empty());
  CHECK(declared("https://courier.example/edda").empty());
  CHECK(declared("105092").empty());
}

TEST_CASE("buttons and labels are no authors") {
  for (const std::string_view text :
       {"5 Minutes Ago", "Minutes Ago", "Promoted By", "Read more", "By clicking you agree",
        "admin", "Share", "By using this site", "from breath to sleep"}) {
    CAPTURE(std::string(text));
    CHECK(shown(text).empty());
  }
}

TEST_CASE("what a machine declares is believed further than what a page shows") {
  CHECK(declared("Lantern Contributor") == Names{"Lantern Contributor"});
  CHECK(shown("Lantern Contributor").empty());
  CHECK(declared("D&#39;Arcy O&amp;#39;Neil") == Names{"D'Arcy O'Neil"});
}

TEST_CASE("of unmarked texts only people are taken") {
  CHECK(people_in("Edda Kvist") == Names{"Edda Kvist"});
  CHECK(people_in("Ali van der Berg") == Names{"Ali van der Berg"});
  CHECK(people_in("Technology").empty());
  CHECK(people_in("Why the old bridge stays shut").empty());
  CHECK(people_in(without_dates("5 March 2024 Edda Kvist")) == Names{"Edda Kvist"});
}

TEST_CASE("a lead alone is told from one with a name") {
  CHECK(is_byline_lead("Written by"));
  CHECK(is_byline_lead("By:"));
  CHECK_FALSE(is_byline_lead("By Edda"));
  CHECK(byline_lead("By Edda") == 3);
  CHECK(byline_lead("Byron Edda") == 0);
  CHECK(byline_lead("By") == 0);
}

TEST_CASE("endless texts hold no names") {
  CHECK(shown(std::string(100'000, 'A')).empty());
  std::string names;
  for (int i = 0; i < 60; ++i) names += "Aa B, ";
  CHECK(shown(names).size() <= 20);
}
