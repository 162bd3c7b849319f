#include "metadata/date.hpp"

#include <algorithm>
#include <vector>

#include "base/ascii.hpp"
#include "base/utf8.hpp"
#include "metadata/date_words.hpp"

namespace thresh::metadata {
namespace {

using Type = DateTokenType;

constexpr int kFirstYear = 1990;  // nothing on the web is older
constexpr int kLastYear = 2099;   // later ones are impossible; the caller knows about the future
constexpr int kBuddhistYears = 543;

bool is_year(const DateToken& token) {
  return token.type == Type::kNumber && token.digits == 4 &&
         ((token.value >= kFirstYear && token.value <= kLastYear) ||
          (token.value >= kFirstYear + kBuddhistYears && token.value <= 2600));
}

int year_of(const DateToken& token) {
  return token.value > kLastYear ? token.value - kBuddhistYears : token.value;
}

bool is_small(const DateToken& token, int most) {
  return token.type == Type::kNumber && token.digits <= 2 && token.value >= 1 &&
         token.value <= most;
}

// Reads a date and a time from tokens; each step moves at_ past what it read, or leaves it.
class DateReader {
 public:
  DateReader(const std::vector<DateToken>& tokens, DayOrder order)
      : tokens_(tokens), order_(order) {}

  bool read_at(std::size_t at) {
    date_ = {};
    ambiguous_ = false;
    at_ = at;
    if (!read_day_of_year() || !calendar_day(date_).ok()) return false;
    read_time();
    return true;
  }

  const Date& date() const { return date_; }
  bool ambiguous() const { return ambiguous_; }
  std::size_t end() const { return at_; }

 private:
  const DateToken& token(std::size_t offset = 0) const {
    static const DateToken nothing;
    return at_ + offset < tokens_.size() ? tokens_[at_ + offset] : nothing;
  }
  bool sign(std::size_t offset, char32_t sign) const {
    return token(offset).type == Type::kSign && token(offset).sign == sign;
  }

  bool set(int year, int month, int day, std::size_t taken) {
    date_.year = year;
    date_.month = month;
    date_.day = day;
    at_ += taken;
    return true;
  }

  bool read_day_of_year() {
    const DateToken& first = token();
    if (is_year(first)) return read_year_first();
    if (first.type == Type::kMonth) return read_month_first();
    if (first.type == Type::kNumber && first.digits == 8) return read_compact();
    if (!is_small(first, 31)) return false;
    return read_day_month() || read_numbers();
  }

  // 2024-03-05, 2024/3/5, 2024. március 5., 2024年3月5日, 2024년 3월 5일
  bool read_year_first() {
    std::size_t offset = 1;
    if (token(offset).type == Type::kSign) ++offset;
    const DateToken& month = token(offset);
    const bool named = month.type == Type::kMonth;
    if (!named && !(offset == 2 && is_small(month, 12))) return false;
    ++offset;
    const bool parted = token(offset).type == Type::kSign;
    if (!named && !parted) return false;
    if (parted) ++offset;
    if (!is_small(token(offset), 31)) return false;
    set(year_of(token()), month.value, token(offset).value, offset + 1);
    if (sign(0, U'日') || sign(0, U'일')) ++at_;
    return true;
  }

  // 20240305
  bool read_compact() {
    const int value = token().value;
    const int year = value / 10000;
    if (year < kFirstYear || year > kLastYear || value / 100 % 100 < 1 || value / 100 % 100 > 12 ||
        value % 100 < 1) {
      return false;
    }
    return set(year, value / 100 % 100, value % 100, 1);
  }

  // March 5, 2024; Mar. 5th 2024; Mar 05 10:00:00 2024
  bool read_month_first() {
    std::size_t offset = 1;
    if (sign(offset, U'.') || sign(offset, U'/') || sign(offset, U'-')) ++offset;
    if (!is_small(token(offset), 31)) return false;
    const std::size_t day = offset++;
    skip_fillers(offset);
    if (!is_year(token(offset))) {
      skip_clock(offset);
      if (!is_year(token(offset))) return false;
    }
    return set(year_of(token(offset)), token().value, token(day).value, offset + 1);
  }

  // 5 March 2024, 5. März 2024, 1er mars 2024, 5 de marzo de 2024, 05-Mar-24
  bool read_day_month() {
    std::size_t offset = 1;
    skip_fillers(offset);
    if (token(offset).type != Type::kMonth) return false;
    const std::size_t month = offset++;
    skip_fillers(offset);
    const DateToken& year = token(offset);
    const int day = token().value;
    if (is_year(year)) return set(year_of(year), token(month).value, day, offset + 1);
    if (year.type != Type::kNumber || year.digits != 2 || offset != month + 2) return false;
    return set(2000 + year.value, token(month).value, day, offset + 1);
  }

  // Between day, month and year: at most two signs or short words ("de", "st", ",", "г").
  void skip_fillers(std::size_t& offset) const {
    constexpr std::size_t kShort = 6;
    for (int i = 0; i < 2; ++i) {
      const DateToken& filler = token(offset);
      const bool mark = filler.type == Type::kSign && filler.sign != 0 && filler.sign != U':' &&
                        filler.sign != U'|' && filler.sign != U'(';
      if (mark || (filler.type == Type::kWord && filler.text.size() <= kShort)) ++offset;
    }
  }

  // "10:00:00" and "10:00:00 GMT" between day and year.
  void skip_clock(std::size_t& offset) const {
    std::size_t at = offset;
    while (token(at).type == Type::kNumber && sign(at + 1, U':')) at += 2;
    if (at == offset || token(at).type != Type::kNumber) return;
    ++at;
    if (token(at).type == Type::kWord) ++at;
    offset = at;
  }

  // 05.03.2024, 3/5/2024, 5-3-24
  bool read_numbers() {
    const DateToken& first = token();
    const DateToken& second = token(2);
    const DateToken& year = token(4);
    const char32_t part = token(1).sign;
    if (token(1).type != Type::kSign || !sign(3, part) || !is_small(second, 31)) return false;
    if (part != U'.' && part != U'/' && part != U'-') return false;
    int full_year = 0;
    if (is_year(year)) {
      full_year = year_of(year);
    } else if (is_short_year(year, part)) {
      full_year = 2000 + year.value;
    } else {
      return false;
    }
    bool day_first = part == U'.' || order_ == DayOrder::kDayFirst;
    if (first.value > 12) day_first = true;
    if (second.value > 12) day_first = false;
    ambiguous_ = part != U'.' && first.value <= 12 && second.value <= 12;
    const int day = day_first ? first.value : second.value;
    const int month = day_first ? second.value : first.value;
    return month <= 12 && set(full_year, month, day, 5);
  }

  // "24" of "05.03.24", "5.3.24 " and "3/5/24", but not of versions, "v5.3.24" and "5.3.24.1".
  bool is_short_year(const DateToken& year, char32_t part) const {
    if (year.type != Type::kNumber || year.digits != 2 || part == U'-') return false;
    if (token().digits == 2 && token(2).digits == 2) return true;
    const bool version = at_ > 0 && tokens_[at_ - 1].type == Type::kWord;
    return part == U'.' && !version && !sign(5, U'.') && !token(2).spaced && !year.spaced;
  }

  // "T07:30:15.123+01:00", ", 7:30 am", "um 7.30 Uhr", "at 07:30 GMT"
  void read_time() {
    const std::size_t start = at_;
    constexpr int kMostBetween = 3;
    for (int i = 0; i < kMostBetween && !is_clock(); ++i) {
      const bool word = token().type == Type::kWord && token().text.size() <= 8;
      if (token().type != Type::kSign && !word) break;
      ++at_;
    }
    if (!is_clock() || token().value > 23 || token(2).value > 59) {
      at_ = start;
      return;
    }
    date_.hour = token().value;
    date_.minute = token(2).value;
    at_ += 3;
    if (sign(0, U':') && token(1).type == Type::kNumber && token(1).digits == 2 &&
        token(1).value < 60) {
      date_.second = token(1).value;
      at_ += 2;
      const bool fraction = sign(0, U'.') || sign(0, U':');
      if (fraction && token(1).digits > 0 && !token(1).spaced) at_ += 2;
    }
    read_half_of_day();
    read_zone();
  }

  bool is_clock() const {
    const DateToken& hour = token();
    return hour.type == Type::kNumber && hour.digits <= 2 && (sign(1, U':') || sign(1, U'.')) &&
           token(2).type == Type::kNumber && token(2).digits == 2 && !token(2).spaced;
  }

  void read_half_of_day() {
    const char first = token().type == Type::kWord ? base::lower(token().text[0]) : '\0';
    if (first != 'a' && first != 'p') return;
    std::size_t taken = 0;
    if (base::equals_ignore_case(token().text.substr(1), "m")) taken = 1;
    if (token().text.size() == 1 && sign(1, U'.') && base::equals_ignore_case(token(2).text, "m")) {
      taken = 3;
    }
    if (taken == 0 || date_.hour > 12) return;
    at_ += taken;
    if (first == 'p' && date_.hour < 12) date_.hour += 12;
    if (first == 'a' && date_.hour == 12) date_.hour = 0;
  }

  void read_zone() {
    const std::string_view word = token().type == Type::kWord ? token().text : "";
    if (word == "Z" || word == "UTC" || word == "GMT") {
      date_.zone_minutes = 0;
      ++at_;
    }
    if (!sign(0, U'+') && !sign(0, U'-')) return;
    const DateToken& hours = token(1);
    if (hours.type != Type::kNumber || hours.spaced) return;
    const int direction = sign(0, U'+') ? 1 : -1;
    if (hours.digits == 4 && hours.value / 100 <= 14) {
      date_.zone_minutes = direction * (hours.value / 100 * 60 + hours.value % 100);
      at_ += 2;
    } else if (hours.digits == 2 && hours.value <= 14) {
      const bool minutes = sign(2, U':') && token(3).digits == 2;
      date_.zone_minutes = direction * (hours.value * 60 + (minutes ? token(3).value : 0));
      at_ += minutes ? 4 : 2;
    }
  }

  const std::vector<DateToken>& tokens_;
  DayOrder order_;
  Date date_;
  bool ambiguous_ = false;
  std::size_t at_ = 0;
};

void append_number(std::string& out, int value, std::size_t digits) {
  const std::string text = std::to_string(value);
  if (text.size() < digits) out.append(digits - text.size(), '0');
  out += text;
}

// 1709622000 and 1709622000000
std::optional<Date> unix_time(std::string_view text) {
  if ((text.size() != 10 && text.size() != 13) ||
      !std::all_of(text.begin(), text.end(), base::is_digit)) {
    return std::nullopt;
  }
  long long seconds = 0;
  for (const char c : text.substr(0, 10)) seconds = seconds * 10 + (c - '0');
  const std::chrono::sys_seconds time{std::chrono::seconds(seconds)};
  const auto day = std::chrono::floor<std::chrono::days>(time);
  const auto of_day = static_cast<int>((time - day).count());
  Date date = date_of(day);
  date.hour = of_day / 3600;
  date.minute = of_day / 60 % 60;
  date.second = of_day % 60;
  date.zone_minutes = 0;
  return date;
}

}  // namespace

std::chrono::year_month_day calendar_day(const Date& date) {
  return {std::chrono::year(date.year), std::chrono::month(static_cast<unsigned>(date.month)),
          std::chrono::day(static_cast<unsigned>(date.day))};
}

Date date_of(std::chrono::year_month_day day) {
  return {static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
          static_cast<int>(static_cast<unsigned>(day.day()))};
}

std::string iso_8601(const Date& date) {
  std::string out;
  append_number(out, date.year, 4);
  out += '-';
  append_number(out, date.month, 2);
  out += '-';
  append_number(out, date.day, 2);
  if (!date.has_time()) return out;
  out += 'T';
  append_number(out, date.hour, 2);
  out += ':';
  append_number(out, date.minute, 2);
  if (date.second != Date::kUnknown) {
    out += ':';
    append_number(out, date.second, 2);
  }
  if (date.zone_minutes == Date::kUnknown) return out;
  if (date.zone_minutes == 0) return out + 'Z';
  const int minutes = std::abs(date.zone_minutes);
  out += date.zone_minutes < 0 ? '-' : '+';
  append_number(out, minutes / 60, 2);
  out += ':';
  append_number(out, minutes % 60, 2);
  return out;
}

std::optional<FoundDate> find_date(std::string_view text, DayOrder order, std::size_t from) {
  if (from >= text.size()) return std::nullopt;
  std::string_view part = text.substr(from, kMaxDateText);
  part = part.substr(0, base::valid_utf8_prefix(part));
  if (std::none_of(part.begin(), part.end(),
                   [](char c) { return base::is_digit(c) || (c & 0x80) != 0; })) {
    return std::nullopt;
  }
  const std::vector<DateToken> tokens = date_tokens(part);
  DateReader reader(tokens, order);
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    if (tokens[at].type != Type::kNumber && tokens[at].type != Type::kMonth) continue;
    if (!reader.read_at(at)) continue;
    const DateToken& last = tokens[reader.end() - 1];
    return FoundDate{reader.date(), static_cast<std::size_t>(tokens[at].text.data() - text.data()),
                     static_cast<std::size_t>(last.text.data() + last.text.size() - text.data()),
                     reader.ambiguous()};
  }
  return std::nullopt;
}

std::optional<Date> machine_date(std::string_view text, DayOrder order) {
  text = base::trim(text);
  constexpr std::size_t kLongest = 60;
  if (text.size() > kLongest) return std::nullopt;
  if (std::optional<Date> date = unix_time(text)) return date;
  const std::optional<FoundDate> found = find_date(text, order);
  return found ? std::optional(found->date) : std::nullopt;
}

}  // namespace thresh::metadata
