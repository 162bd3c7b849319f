// Dates as pages write them: ISO 8601, RFC 822, and words and numbers in some thirty languages.
//
// In: text of a page. Out: dates that exist in the calendar, with the precision and zone found.
// Never: a date made up: what is missing stays missing; no clock, no locale.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace thresh::metadata {

struct Date {
  static constexpr int kUnknown = -10000;

  int year = 0;
  int month = 0;
  int day = 0;
  int hour = kUnknown;
  int minute = kUnknown;
  int second = kUnknown;
  int zone_minutes = kUnknown;  // east of Greenwich

  bool has_time() const { return hour != kUnknown; }
  bool same_day(const Date& other) const {
    return year == other.year && month == other.month && day == other.day;
  }
  int day_number() const { return (year * 16 + month) * 32 + day; }  // orders days; no calendar
};

// Its day in the calendar, and the date of such a day.
std::chrono::year_month_day calendar_day(const Date& date);
Date date_of(std::chrono::year_month_day day);

// "2024-03-05", "2024-03-05T07:30+01:00": what is known and no more.
std::string iso_8601(const Date& date);

// What "3/5/2024" means.
enum class DayOrder : std::uint8_t { kDayFirst, kMonthFirst };

// A found date, and the bytes of the text that it takes.
struct FoundDate {
  Date date;
  std::size_t begin = 0;
  std::size_t end = 0;
  bool ambiguous = false;  // another DayOrder would read another date
};

// The first date at or after `from`; only the first kMaxDateText bytes are looked at.
inline constexpr std::size_t kMaxDateText = 400;
std::optional<FoundDate> find_date(std::string_view text, DayOrder order, std::size_t from = 0);

// The date that a machine wrote: an attribute, a value of JSON. Seconds since 1970 count too.
std::optional<Date> machine_date(std::string_view text, DayOrder order);

}  // namespace thresh::metadata
