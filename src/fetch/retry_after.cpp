#include "fetch/retry_after.hpp"

#include <algorithm>
#include <array>
#include <chrono>

#include "base/ascii.hpp"

namespace thresh::fetch {
namespace {

constexpr std::string_view kMonths = "janfebmaraprmayjunjulaugsepoctnovdec";

struct Date {
  int year = -1;
  bool short_year = false;
  int month = 0;  // from 1
  int day = 0;
  int second_of_day = -1;
};

// Words and numbers of the date, between blanks, commas and hyphens.
constexpr std::size_t kMaxFields = 6;
struct Fields {
  std::array<std::string_view, kMaxFields> field;
  std::size_t count = 0;
};

std::optional<Fields> split(std::string_view text) {
  constexpr std::string_view kBetween = " ,-";
  Fields fields;
  while (true) {
    text.remove_prefix(std::min(text.find_first_not_of(kBetween), text.size()));
    if (text.empty()) return fields;
    if (fields.count == kMaxFields) return std::nullopt;
    fields.field[fields.count] = text.substr(0, text.find_first_of(kBetween));
    text.remove_prefix(fields.field[fields.count++].size());
  }
}

// Digits alone; -1 if it is anything else.
int parse_digits(std::string_view text, std::size_t least, std::size_t most) {
  if (text.size() < least || text.size() > most) return -1;
  int number = 0;
  for (const char c : text) {
    if (!base::is_digit(c)) return -1;
    number = number * 10 + (c - '0');
  }
  return number;
}

int parse_month(std::string_view text) {
  if (text.size() != 3) return 0;
  for (std::size_t month = 0; month < 12; ++month) {
    if (base::equals_ignore_case(text, kMonths.substr(3 * month, 3))) {
      return static_cast<int>(month) + 1;
    }
  }
  return 0;
}

// "08:49:37"; a leap second counts as the next minute's first.
int parse_time(std::string_view text) {
  if (text.size() != 8 || text[2] != ':' || text[5] != ':') return -1;
  const int hour = parse_digits(text.substr(0, 2), 2, 2);
  const int minute = parse_digits(text.substr(3, 2), 2, 2);
  const int second = parse_digits(text.substr(6, 2), 2, 2);
  const bool good =
      hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second <= 60;
  return good ? (hour * 60 + minute) * 60 + second : -1;
}

// The fields of one of the forms; checked by unix_seconds().
std::optional<Date> read_date(const Fields& fields) {
  Date date;
  const auto& field = fields.field;
  if (fields.count == 6 && (field[5] == "GMT" || field[5] == "UTC")) {
    date.day = parse_digits(field[1], 1, 2);
    date.month = parse_month(field[2]);
    date.year = parse_digits(field[3], 2, 4);
    date.short_year = field[3].size() == 2;
    if (field[3].size() == 3) return std::nullopt;
    date.second_of_day = parse_time(field[4]);
  } else if (fields.count == 5) {
    date.month = parse_month(field[1]);
    date.day = parse_digits(field[2], 1, 2);
    date.second_of_day = parse_time(field[3]);
    date.year = parse_digits(field[4], 4, 4);
  } else {
    return std::nullopt;
  }
  return date;
}

// nullopt if there is no such day or time.
std::optional<std::int64_t> unix_seconds(const Date& date) {
  using std::chrono::day, std::chrono::month, std::chrono::year;
  if (date.year <= 0 || date.month < 1 || date.day < 1 || date.second_of_day < 0) {
    return std::nullopt;
  }
  const std::chrono::year_month_day calendar(year(date.year),
                                             month(static_cast<unsigned>(date.month)),
                                             day(static_cast<unsigned>(date.day)));
  if (!calendar.ok()) return std::nullopt;
  const std::chrono::seconds midnight = std::chrono::sys_days(calendar).time_since_epoch();
  return midnight.count() + date.second_of_day;
}

int year_of(std::int64_t unix_now) {
  const std::chrono::sys_seconds now{std::chrono::seconds(unix_now)};
  const std::chrono::year_month_day day(std::chrono::floor<std::chrono::days>(now));
  return static_cast<int>(day.year());
}

}  // namespace

std::optional<std::int64_t> parse_http_date(std::string_view text, std::int64_t unix_now) {
  const std::optional<Fields> fields = split(base::trim(text));
  std::optional<Date> date = fields ? read_date(*fields) : std::nullopt;
  if (!date) return std::nullopt;
  if (date->short_year && date->year >= 0) {
    const int this_year = year_of(unix_now);
    date->year += this_year / 100 * 100;
    if (date->year > this_year + 50) date->year -= 100;
  }
  return unix_seconds(*date);
}

std::optional<int> parse_retry_after(std::string_view value, std::int64_t unix_now) {
  value = base::trim(value);
  if (value.empty()) return std::nullopt;
  if (std::all_of(value.begin(), value.end(), base::is_digit)) {
    std::int64_t seconds = 0;
    for (const char c : value) {
      seconds = std::min<std::int64_t>(seconds * 10 + (c - '0'), kMaxRetryAfterSeconds);
    }
    return static_cast<int>(seconds);
  }
  const std::optional<std::int64_t> date = parse_http_date(value, unix_now);
  if (!date) return std::nullopt;
  return static_cast<int>(std::clamp<std::int64_t>(*date - unix_now, 0, kMaxRetryAfterSeconds));
}

}  // namespace thresh::fetch
