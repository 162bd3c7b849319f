#include "metadata/dates.hpp"

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "base/ascii.hpp"
#include "base/url.hpp"
#include "base/words.hpp"
#include "metadata/normalize.hpp"
#include "metadata/place.hpp"
#include "metadata/sources.hpp"

namespace thresh::metadata {
namespace {

struct Evidence {
  Date date;
  std::string_view source;
  int weight = 0;  // 0 to 100: how sure it is that this is the page's date
  bool modified = false;
  bool ambiguous = false;  // the day and the month may be the other way round
};

// Below this no date is given; the development sets decided it.
constexpr int kLeastWeight = 40;

struct DateMeta {
  std::string_view name;
  int weight;
  bool modified;
};
constexpr DateMeta kDateMetas[] = {
#define THRESH_DATE_META(...) {__VA_ARGS__},
#include "metadata/date_sources.inc"
#undef THRESH_DATE_META
};

constexpr std::string_view kModifiedWords[] = {
#include "metadata/modified_words.inc"
};
constexpr std::string_view kPublishedWords[] = {
#include "metadata/published_words.inc"
};

template <class Words>
bool says(std::string_view text, const Words& words) {
  const std::string lower = base::lower(text);
  return std::any_of(std::begin(words), std::end(words),
                     [&](std::string_view word) { return lower.find(word) != std::string::npos; });
}

bool says_modified(std::string_view text) { return says(text, kModifiedWords); }
bool says_published(std::string_view text) { return says(text, kPublishedWords); }

DayOrder day_order(const Facts& facts) {
  const std::string language =
      base::lower(facts.document.str(facts.document.language).substr(0, 5));
  if (!language.empty() && !language.starts_with("en")) return DayOrder::kDayFirst;
  if (language.size() == 5) {
    return language.ends_with("us") ? DayOrder::kMonthFirst : DayOrder::kDayFirst;
  }
  const std::string host = base::url_host(facts.page_url);
  for (const std::string_view american : {".com", ".org", ".net", ".edu", ".gov", ".us"}) {
    if (host.ends_with(american)) return DayOrder::kMonthFirst;
  }
  return host.empty() ? DayOrder::kMonthFirst : DayOrder::kDayFirst;
}

class Collector {
 public:
  explicit Collector(const Facts& facts) : facts_(facts), order_(day_order(facts)) {}

  std::vector<Evidence> collect() {
    read_json_ld();
    read_metas();
    for (const std::uint32_t i : blocks_near_headline(facts_)) read_block(i);
    read_url();
    const bool enough = std::any_of(evidence_.begin(), evidence_.end(), [](const Evidence& one) {
      return !one.modified && one.weight >= kLeastWeight;
    });
    if (!enough && declares_article()) read_whole_page();
    return std::move(evidence_);
  }

 private:
  void add(const std::optional<Date>& date, std::string_view source, int weight, bool modified,
           bool ambiguous = false) {
    if (!date || date->day_number() > facts_.latest.day_number()) return;
    evidence_.push_back({*date, source, weight, modified, ambiguous});
  }

  void read_json_ld() {
    struct Row {
      std::string_view name;
      int weight;
      bool modified;
    };
    constexpr Row kRows[] = {{"datePublished", 95, false},
                             {"dateCreated", 70, false},
                             {"uploadDate", 60, false},
                             {"datepublished", 80, false},
                             {"dateModified", 95, true}};
    // WordPress declares a date for every page, be it a shop's or a company's.
    const int less = facts_.json_ld.has_article() ? 0 : 60;
    for (const Row& row : kRows) {
      add(machine_date(facts_.json_ld.string(row.name), order_), "json-ld", row.weight - less,
          row.modified);
    }
  }

  void read_metas() {
    for (const page::Meta& meta : facts_.document.metas) {
      const std::string_view name = facts_.document.str(meta.name);
      const auto row = std::find_if(std::begin(kDateMetas), std::end(kDateMetas),
                                    [&](const DateMeta& other) { return other.name == name; });
      const bool known = row != std::end(kDateMetas);
      if (!known && !is_date_name(name)) continue;
      constexpr int kUnknownMeta = 70;
      const bool itemprop = meta.key == page::Attribute::kItemprop;
      add(machine_date(facts_.document.str(meta.content), order_),
          itemprop ? std::string_view("microdata") : name, known ? row->weight : kUnknownMeta,
          known ? row->modified : says_modified(name));
    }
  }

  // "w-published-date", "myapp:modified_time"
  static bool is_date_name(std::string_view name) {
    const bool date = name.find("date") != std::string_view::npos ||
                      name.find("time") != std::string_view::npos || name.ends_with("published");
    return date && (says_published(name) || says_modified(name));
  }

  void read_block(std::uint32_t i) {
    const page::Block& block = facts_.document.blocks[i];
    for (std::uint32_t m = block.first_mark; m < block.end_mark; ++m) read_mark(block, i, m);
    read_written(block, i);
  }

  // How near the block is to where dates stand.
  int nearness(std::uint32_t block) const {
    const Place& place = facts_.place;
    const bool between =
        place.headline != page::kNone && block >= place.headline && block <= place.first_body;
    return between ? 10 : block >= place.end_body ? -12 : 0;
  }

  void read_mark(const page::Block& block, std::uint32_t i, std::uint32_t m) {
    const page::Mark& mark = facts_.document.marks[m];
    if (mark.type != page::MarkType::kTime) return;
    const std::string_view text = facts_.document.str(mark.text);
    std::optional<Date> date = machine_date(facts_.document.str(mark.value), order_);
    if (!date) date = machine_date(text, order_);
    const bool modified = says_modified(before(block, mark.text.begin)) ||
                          is_named(facts_.document, block, "updated", 1) ||
                          is_named(facts_.document, block, "modified", 1);
    add(date, "time", 66 + nearness(i), modified);
  }

  std::string_view before(const page::Block& block, std::uint32_t at) const {
    constexpr std::uint32_t kNear = 40;
    const std::uint32_t begin = std::max(block.text.begin, at > kNear ? at - kNear : 0);
    return std::string_view(facts_.document.text).substr(begin, at > begin ? at - begin : 0);
  }

  // Dates in short blocks, or at the start of longer ones, that are not sentences of the article.
  void read_written(const page::Block& block, std::uint32_t i) {
    constexpr std::uint32_t kManyWords = 30;
    constexpr std::size_t kStart = 24;
    constexpr std::size_t kWordsOfPlace = 2;  // "New York, 5 March 2024 – …"
    const page::Document& document = facts_.document;
    const bool named =
        is_named(document, block, "date", 1) || is_named(document, block, "publi", 1) ||
        is_named(document, block, "time", 0) || is_named(document, block, "byline", 1);
    const bool modified =
        is_named(document, block, "updated", 0) || is_named(document, block, "modified", 0);
    const bool all = block.words <= kManyWords || named;
    const std::string_view text = document.str(block.text);
    std::size_t from = 0;
    for (int n = 0; n < 3; ++n) {
      const std::optional<FoundDate> found =
          find_date(all ? text : text.substr(0, 2 * kStart), order_, from);
      if (!found) return;
      const std::string_view lead = text.substr(from, found->begin - from);
      if (!all && base::count_words(lead) > kWordsOfPlace) return;
      const bool alone = block.words <= 12 || says_published(lead);
      add(found->date, "text", 46 + nearness(i) + (named ? 10 : 0) + (alone ? 8 : 0),
          modified || says_modified(lead), found->ambiguous);
      from = found->end;
    }
  }

  bool declares_article() const {
    return facts_.json_ld.has_article() || meta_content(facts_.document, "og:type") == "article";
  }

  // The only <time> of the page, and "Published: …" wherever it stands.
  void read_whole_page() {
    const page::Document& document = facts_.document;
    std::vector<Date> times;
    for (const page::Mark& mark : document.marks) {
      if (mark.type != page::MarkType::kTime) continue;
      const std::optional<Date> date = machine_date(document.str(mark.value), order_);
      const bool known = date && std::any_of(times.begin(), times.end(), [&](const Date& other) {
                           return other.same_day(*date);
                         });
      if (date && !known) times.push_back(*date);
      if (times.size() > 1) break;
    }
    if (times.size() == 1) add(times.front(), "time", kLeastWeight, false);
    for (const page::Block& block : document.blocks) {
      constexpr std::uint32_t kManyWords = 20;
      if (block.words <= kManyWords) read_labelled(document.str(block.text));
    }
  }

  void read_labelled(std::string_view text) {
    const bool published = says_published(text);
    if (!published && !says_modified(text)) return;
    std::size_t from = 0;
    for (int n = 0; n < 2; ++n) {
      const std::optional<FoundDate> found = find_date(text, order_, from);
      if (!found) return;
      const std::string_view lead = text.substr(from, found->begin - from);
      const bool modified = says_modified(lead);
      if (modified || says_published(lead)) {
        add(found->date, "text", kLeastWeight, modified, found->ambiguous);
      }
      from = found->end;
    }
  }

  // /2016/12/23/, /2016-12-23-slug, /20161223/
  void read_url() {
    const std::string_view url = facts_.page_url;
    const std::size_t path = url.find('/', std::min(url.find("//") + 2, url.size()));
    if (path == std::string_view::npos) return;
    std::string_view rest = url.substr(path, kMaxDateText);
    rest = rest.substr(0, rest.find_first_of("?#"));
    for (std::size_t at = 0; at < rest.size(); ++at) {
      const bool starts = base::is_digit(rest[at]) && (at == 0 || !base::is_digit(rest[at - 1]));
      if (!starts || rest.substr(at, 2) < "19" || rest.substr(at, 2) > "20") continue;
      const std::optional<FoundDate> found = find_date(rest.substr(at, 10), DayOrder::kDayFirst);
      if (found && found->begin == 0) return add(found->date, "url", 72, false);
    }
  }

  const Facts& facts_;
  DayOrder order_;
  std::vector<Evidence> evidence_;
};

const Evidence* heaviest(const std::vector<Evidence>& evidence, bool modified) {
  const Evidence* best = nullptr;
  for (const Evidence& one : evidence) {
    if (one.modified != modified || one.weight < kLeastWeight) continue;
    if (best == nullptr || one.weight > best->weight) best = &one;
  }
  return best;
}

// Evidence of a change that may stand for the day of publication where nothing else is known:
// shown to readers, or of an article for sure.
bool may_stand_in(const Evidence& one) {
  return one.source == "text" || one.source == "time" || one.source == "json-ld";
}

bool is_next_day(const Date& a, const Date& b) {
  using std::chrono::sys_days;
  const auto between = (sys_days(calendar_day(a)) - sys_days(calendar_day(b))).count();
  return between == 1 || between == -1;
}

// Machines often give the day in Greenwich; the one that readers see is the day where they are.
const Evidence* as_shown(const std::vector<Evidence>& evidence, const Evidence* published) {
  if (published == nullptr || !published->date.has_time()) return published;
  const int zone = published->date.zone_minutes;
  if (zone != 0 && zone != Date::kUnknown) return published;
  const Evidence* shown = nullptr;
  for (const Evidence& one : evidence) {
    if (one.modified || (one.source != "text" && one.source != "url")) continue;
    if (one.date.same_day(published->date)) return published;
    if (shown == nullptr && is_next_day(one.date, published->date)) shown = &one;
  }
  return shown != nullptr ? shown : published;
}

// Of "3/5/2024" the reading that other evidence bears out.
Date disambiguated(const Evidence& one, const std::vector<Evidence>& evidence) {
  Date swapped = one.date;
  std::swap(swapped.day, swapped.month);
  const bool borne_out = std::any_of(evidence.begin(), evidence.end(), [&](const Evidence& other) {
    return !other.ambiguous && other.date.same_day(swapped);
  });
  return one.ambiguous && borne_out ? swapped : one.date;
}

Field field_of(const Evidence* one, const std::vector<Evidence>& evidence) {
  if (one == nullptr) return {};
  return {iso_8601(disambiguated(*one, evidence)), std::string(one->source)};
}

}  // namespace

Dates resolve_dates(const Facts& facts) {
  const std::vector<Evidence> evidence = Collector(facts).collect();
  const Evidence* published = as_shown(evidence, heaviest(evidence, false));
  const Evidence* modified = heaviest(evidence, true);
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
