#include <algorithm>
#include <iterator>

#include "base/ascii.hpp"
#include "metadata/date_evidence.hpp"
#include "metadata/sources.hpp"

namespace thresh::metadata {
namespace {

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

void read_json_ld(const Facts& facts, DayOrder order, DateList& list) {
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
  const int less = facts.json_ld.has_article() ? 0 : 60;
  for (const Row& row : kRows) {
    list.add(machine_date(facts.json_ld.string(row.name), order),
             {{}, "json-ld", row.weight - less, row.modified});
  }
}

// "w-published-date", "myapp:modified_time"
bool is_date_name(std::string_view name) {
  const bool date = name.find("date") != std::string_view::npos ||
                    name.find("time") != std::string_view::npos || name.ends_with("published");
  return date && (says_published(name) || says_modified(name));
}

std::string_view source_of(const page::Meta& meta, std::string_view name) {
  if (meta.key == page::Attribute::kItemprop) return "microdata";
  return name.starts_with("schema:") ? "rdfa" : name;
}

void read_metas(const Facts& facts, DayOrder order, DateList& list) {
  for (const page::Meta& meta : facts.document.metas) {
    const std::string_view name = facts.document.str(meta.name);
    const auto row = std::find_if(std::begin(kDateMetas), std::end(kDateMetas),
                                  [&](const DateMeta& other) { return other.name == name; });
    const bool known = row != std::end(kDateMetas);
    if (!known && !is_date_name(name)) continue;
    constexpr int kUnknownMeta = 70;
    list.add(machine_date(facts.document.str(meta.content), order),
             {{},
              source_of(meta, name),
              known ? row->weight : kUnknownMeta,
              known ? row->modified : says_modified(name)});
  }
}

// "Old bridge opens (news of 5 March 2024)"
void read_description(const Facts& facts, DayOrder order, DateList& list) {
  constexpr std::size_t kNear = 24;
  const std::string_view text = meta_content(facts.document, "description");
  const std::optional<FoundDate> found = find_date(text, order);
  if (!found) return;
  const std::size_t begin = found->begin > kNear ? found->begin - kNear : 0;
  if (!says_published(text.substr(begin, found->begin - begin))) return;
  list.add(found->date, {{}, "description", kLeastDateWeight, false, found->ambiguous});
}

// /2016/12/23/, /2016-12-23-slug, /20161223/
void read_url(const Facts& facts, DateList& list) {
  const std::string_view url = facts.page_url;
  const std::size_t path = url.find('/', std::min(url.find("//") + 2, url.size()));
  if (path == std::string_view::npos) return;
  std::string_view rest = url.substr(path, kMaxDateText);
  rest = rest.substr(0, rest.find_first_of("?#"));
  for (std::size_t at = 0; at < rest.size(); ++at) {
    const bool starts = base::is_digit(rest[at]) && (at == 0 || !base::is_digit(rest[at - 1]));
    if (!starts || rest.substr(at, 2) < "19" || rest.substr(at, 2) > "20") continue;
    const std::optional<FoundDate> found = find_date(rest.substr(at, 10), DayOrder::kDayFirst);
    if (found && found->begin == 0) return list.add(found->date, {{}, "url", 72, false});
  }
}

}  // namespace

void read_declared_dates(const Facts& facts, DayOrder order, DateList& list) {
  read_json_ld(facts, order, list);
  read_metas(facts, order, list);
  read_description(facts, order, list);
  read_url(facts, list);
}

}  // namespace thresh::metadata
