#include "metadata/dates.hpp"

#include <algorithm>
#include <chrono>
#include <string>
#include <utility>
#include <vector>

#include "base/ascii.hpp"
#include "base/url.hpp"
#include "metadata/date_evidence.hpp"
#include "metadata/sources.hpp"

namespace thresh::metadata {
namespace {

using Evidence = std::vector<DateEvidence>;

// "en-us" of <html lang>, or of og:locale where that does not name a country.
std::string language_of(const Facts& facts) {
  constexpr std::size_t kWithCountry = 5;
  const page::Document& document = facts.document;
  std::string language = base::lower(document.str(document.language).substr(0, kWithCountry));
  if (language.size() == kWithCountry) return language;
  std::string locale = base::lower(meta_content(document, "og:locale").substr(0, kWithCountry));
  std::replace(locale.begin(), locale.end(), '_', '-');
  return locale.starts_with(language) ? locale : language;
}

DayOrder day_order(const Facts& facts) {
  const std::string language = language_of(facts);
  if (!language.empty() && !language.starts_with("en")) return DayOrder::kDayFirst;
  if (language.size() > 2) {
    return language.ends_with("us") ? DayOrder::kMonthFirst : DayOrder::kDayFirst;
  }
  const std::string host = base::url_host(facts.page_url);
  for (const std::string_view american : {".com", ".org", ".net", ".edu", ".gov", ".us"}) {
    if (host.ends_with(american)) return DayOrder::kMonthFirst;
  }
  return host.empty() ? DayOrder::kMonthFirst : DayOrder::kDayFirst;
}

const DateEvidence* heaviest(const Evidence& evidence, bool modified) {
  const DateEvidence* best = nullptr;
  for (const DateEvidence& one : evidence) {
    if (one.modified != modified || one.weight < kLeastDateWeight) continue;
    if (best == nullptr || one.weight > best->weight) best = &one;
  }
  return best;
}

// Evidence of a change that may stand for the day of publication where nothing else is known:
// shown to readers, or of an article for sure.
bool may_stand_in(const DateEvidence& one) {
  return one.source == "text" || one.source == "time" || one.source == "json-ld";
}

// It was day `there` somewhere when it was `utc` in Greenwich, a day earlier or later.
bool is_day_elsewhere(const Date& there, const Date& utc) {
  using std::chrono::sys_days;
  constexpr int kMostHoursWest = 12;
  constexpr int kMostHoursEast = 14;
  const auto days = (sys_days(calendar_day(there)) - sys_days(calendar_day(utc))).count();
  return (days == -1 && utc.hour <= kMostHoursWest) ||
         (days == 1 && utc.hour >= 24 - kMostHoursEast);
}

// Machines often give the day in Greenwich; the one that readers see is the day where they are.
const DateEvidence* as_shown(const Evidence& evidence, const DateEvidence* published) {
  if (published == nullptr || !published->date.has_time()) return published;
  const int zone = published->date.zone_minutes;
  if (zone != 0 && zone != Date::kUnknown) return published;
  const DateEvidence* shown = nullptr;
  for (const DateEvidence& one : evidence) {
    if (one.modified || (one.source != "text" && one.source != "url")) continue;
    if (one.date.same_day(published->date)) return published;
    if (shown == nullptr && is_day_elsewhere(one.date, published->date)) shown = &one;
  }
  return shown != nullptr ? shown : published;
}

// Of "3/5/2024" the reading that other evidence bears out.
Date disambiguated(const DateEvidence& one, const Evidence& evidence) {
  Date swapped = one.date;
  std::swap(swapped.day, swapped.month);
  const bool borne_out = std::any_of(
      evidence.begin(), evidence.end(),
      [&](const DateEvidence& other) { return !other.ambiguous && other.date.same_day(swapped); });
  return one.ambiguous && borne_out ? swapped : one.date;
}

Field field_of(const DateEvidence* one, const Evidence& evidence) {
  if (one == nullptr) return {};
  return {iso_8601(disambiguated(*one, evidence)), std::string(one->source)};
}

bool declared_modified(const DateEvidence& seen, const Evidence& evidence) {
  return std::any_of(evidence.begin(), evidence.end(), [&](const DateEvidence& one) {
    return one.modified && !one.shown && one.date.same_day(seen.date);
  });
}

// What readers see goes before what is declared, if it is plain enough and the declared day stands
// nowhere on the page: machines are told of the first draft, readers of the text they read.
const DateEvidence* as_seen(const Evidence& evidence, const DateEvidence* published) {
  constexpr int kPlain = 66;
  if (published == nullptr || published->shown) return published;
  const DateEvidence* seen = nullptr;
  for (const DateEvidence& one : evidence) {
    if (!one.shown) continue;
    if (one.date.same_day(published->date)) return published;
    const bool plain = !one.modified && one.weight >= kPlain && !declared_modified(one, evidence);
    if (plain && (seen == nullptr || one.weight > seen->weight)) seen = &one;
  }
  return seen != nullptr ? seen : published;
}

}  // namespace

Dates resolve_dates(const Facts& facts) {
  DateList list(facts.latest);
  const DayOrder order = day_order(facts);
  read_declared_dates(facts, order, list);
  read_shown_dates(facts, order, list);
  const Evidence& evidence = list.all();
  const DateEvidence* published = heaviest(evidence, false);
  published = as_seen(evidence, as_shown(evidence, published));
  const DateEvidence* modified = heaviest(evidence, true);
  if (published == nullptr && modified != nullptr && may_stand_in(*modified)) published = modified;
  Dates dates{field_of(published, evidence), field_of(modified, evidence)};
  if (dates.modified.value == dates.published.value) dates.modified = {};
  return dates;
}

Date tomorrow() {
  using std::chrono::days;
  return date_of(std::chrono::floor<days>(std::chrono::system_clock::now()) + days(1));
}

}  // namespace thresh::metadata
