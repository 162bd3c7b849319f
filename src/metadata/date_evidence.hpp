// What speaks for a date of the page, with a weight: what it declares to machines, and what it
// shows to readers. dates.cpp weighs it.
//
// Never: a date after Facts::latest.
#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "metadata/date.hpp"
#include "metadata/facts.hpp"

namespace thresh::metadata {

struct DateEvidence {
  Date date;
  std::string_view source;
  int weight = 0;  // 0 to 100: how sure it is that this is the page's date
  bool modified = false;
  bool ambiguous = false;  // the day and the month may be the other way round
  bool shown = false;      // to readers
};

// Below this no date is given; the development sets decided it.
inline constexpr int kLeastDateWeight = 40;

class DateList {
 public:
  explicit DateList(const Date& latest) : latest_(latest) {}

  void add(std::optional<Date> date, DateEvidence evidence) {
    if (!date || all_.size() >= kMost) return;
    const auto in_future = [&] { return date->day_number() > latest_.day_number(); };
    if (evidence.ambiguous && in_future()) std::swap(date->day, date->month);
    if (in_future()) return;
    evidence.date = *date;
    all_.push_back(evidence);
  }
  const std::vector<DateEvidence>& all() const { return all_; }

 private:
  // Pages of dates alone say nothing of their own; also bounds what weighing them can cost.
  static constexpr std::size_t kMost = 500;

  Date latest_;
  std::vector<DateEvidence> all_;
};

// JSON-LD, metas, the page's URL, its description.
void read_declared_dates(const Facts& facts, DayOrder order, DateList& list);

// <time> and written dates near the headline; where nothing speaks for a day so far, in the rest of
// the page those that say what they are.
void read_shown_dates(const Facts& facts, DayOrder order, DateList& list);

// A text that says of the date behind it what it is: "Updated on", "Published".
bool says_modified(std::string_view text);
bool says_published(std::string_view text);

}  // namespace thresh::metadata
