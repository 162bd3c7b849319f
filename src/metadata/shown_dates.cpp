#include <algorithm>
#include <string>

#include "base/ascii.hpp"
#include "base/words.hpp"
#include "metadata/date_evidence.hpp"
#include "metadata/place.hpp"
#include "metadata/sources.hpp"

namespace thresh::metadata {
namespace {

constexpr std::string_view kModifiedWords[] = {
#include "metadata/modified_words.inc"
};
constexpr std::string_view kPublishedWords[] = {
#include "metadata/published_words.inc"
};

constexpr std::string_view kOtherWords[] = {
#include "metadata/other_date_words.inc"
};

template <class Words>
bool says(std::string_view text, const Words& words) {
  const std::string lower = base::lower(text);
  return std::any_of(std::begin(words), std::end(words),
                     [&](std::string_view word) { return lower.find(word) != std::string::npos; });
}

// What a date is, by the words before it.
struct Lead {
  bool published = false;
  bool modified = false;
  bool other = false;
};

class ShownDates {
 public:
  ShownDates(const Facts& facts, DayOrder order, DateList& list)
      : facts_(facts), document_(facts.document), order_(order), list_(list) {}

  void read() {
    for (const std::uint32_t i : blocks_near_headline(facts_)) {
      const page::Block& block = document_.blocks[i];
      const bool comment = i >= facts_.place.end_body && i < facts_.decisions.size() &&
                           facts_.decisions[i].label == Label::kComments;
      if (comment) continue;
      const std::uint32_t end = std::min(block.end_mark, block.first_mark + kMostMarks);
      for (std::uint32_t m = block.first_mark; m < end; ++m) read_mark(block, i, m);
      read_written(block, i);
    }
    const bool enough = std::any_of(
        list_.all().begin(), list_.all().end(),
        [](const DateEvidence& one) { return !one.modified && one.weight >= kLeastDateWeight; });
    if (!enough) read_whole_page();
  }

 private:
  static constexpr std::uint32_t kMostMarks = 100;  // of a block; lists of dates have more

  // How near the block is to where dates stand.
  int nearness(std::uint32_t block) const {
    const Place& place = facts_.place;
    const bool between =
        place.headline != page::kNone && block >= place.headline && block <= place.first_body;
    return between ? 10 : block >= place.end_body ? -12 : 0;
  }

  // A date's words before it in its block or, if there are none, a block before it that is but a
  // label: "Published".
  Lead lead_of(std::string_view before, std::uint32_t i) const {
    constexpr std::uint32_t kWordsOfLabel = 3;
    if (base::count_words(before) == 0 && i > 0 && document_.blocks[i - 1].words <= kWordsOfLabel) {
      before = document_.str(document_.blocks[i - 1].text);
    }
    return {says_published(before), says_modified(before), says(before, kOtherWords)};
  }

  std::string_view before(const page::Block& block, std::uint32_t at) const {
    constexpr std::uint32_t kNear = 40;
    const std::uint32_t begin = std::max(block.text.begin, at > kNear ? at - kNear : 0);
    return std::string_view(document_.text).substr(begin, at > begin ? at - begin : 0);
  }

  // itemprop of the element that a mark stands for: its own mark is the next one, or the one
  // before.
  std::string_view itemprop_of(const page::Block& block, std::uint32_t m) const {
    const std::uint32_t first = m > block.first_mark ? m - 1 : m;
    const std::uint32_t end = std::min(m + 2, block.end_mark);
    for (std::uint32_t i = first; i < end; ++i) {
      const page::Mark& other = document_.marks[i];
      const bool same = other.type == page::MarkType::kItemprop &&
                        other.text.begin == document_.marks[m].text.begin;
      const std::string_view name = document_.str(other.value);
      if (same && name.starts_with("date")) return name;
    }
    return {};
  }

  void read_mark(const page::Block& block, std::uint32_t i, std::uint32_t m) {
    const page::Mark& mark = document_.marks[m];
    if (mark.type != page::MarkType::kTime) return;
    const std::string_view text = document_.str(mark.text);
    std::optional<Date> date = machine_date(document_.str(mark.value), order_);
    if (!date) date = machine_date(text, order_);
    const std::string_view itemprop = itemprop_of(block, m);
    if (itemprop == "datePublished") {
      return list_.add(date, {{}, "microdata", 85 + nearness(i), false, false, true});
    }
    const Lead lead = lead_of(before(block, mark.text.begin), i);
    const bool modified = itemprop == "dateModified" || lead.modified || says_modified(text) ||
                          is_named(document_, block, "update", 1) ||
                          is_named(document_, block, "modified", 1);
    if (lead.other) return;
    list_.add(date, {{}, "time", 66 + nearness(i), modified, false, true});
  }

  // Dates in short blocks, or at the start of longer ones, that are not sentences of the article.
  void read_written(const page::Block& block, std::uint32_t i) {
    constexpr std::uint32_t kManyWords = 30;
    constexpr std::uint32_t kFewWords = 12;
    constexpr std::size_t kStart = 24;
    constexpr std::size_t kWordsOfPlace = 2;  // "New York, 5 March 2024 – …"
    const bool named =
        is_named(document_, block, "date", 1) || is_named(document_, block, "publi", 1) ||
        is_named(document_, block, "time", 0) || is_named(document_, block, "byline", 1);
    const bool modified =
        is_named(document_, block, "update", 0) || is_named(document_, block, "modified", 0);
    const bool all = block.words <= kManyWords || named;
    const std::string_view text = document_.str(block.text);
    std::size_t from = 0;
    for (int n = 0; n < 3; ++n) {
      const std::optional<FoundDate> found =
          find_date(all ? text : text.substr(0, 2 * kStart), order_, from);
      if (!found) return;
      const std::string_view words = text.substr(from, found->begin - from);
      if (!all && base::count_words(words) > kWordsOfPlace) return;
      const Lead lead = lead_of(words, i);
      const bool alone = block.words <= kFewWords || lead.published;
      const int weight = 46 + nearness(i) + (named ? 10 : 0) + (alone ? 8 : 0);
      if (!lead.other) {
        list_.add(found->date,
                  {{}, "text", weight, modified || lead.modified, found->ambiguous, true});
      }
      from = found->end;
    }
  }

  bool declares_article() const {
    return facts_.json_ld.has_article() || meta_content(document_, "og:type") == "article";
  }

  // The only <time> of the page, and "Published: …" wherever it stands; of an article "Updated: …".
  void read_whole_page() {
    const bool article = declares_article();
    if (article) read_only_time();
    for (std::uint32_t i = 0; i < document_.blocks.size(); ++i) {
      constexpr std::uint32_t kManyWords = 20;
      if (document_.blocks[i].words <= kManyWords) read_labelled(i, article);
    }
  }

  void read_only_time() {
    std::vector<Date> times;
    for (const page::Mark& mark : document_.marks) {
      if (mark.type != page::MarkType::kTime) continue;
      const std::optional<Date> date = machine_date(document_.str(mark.value), order_);
      const bool known = date && std::any_of(times.begin(), times.end(), [&](const Date& other) {
                           return other.same_day(*date);
                         });
      if (date && !known) times.push_back(*date);
      if (times.size() > 1) return;
    }
    if (times.size() == 1) {
      list_.add(times.front(), {{}, "time", kLeastDateWeight, false, false, true});
    }
  }

  void read_labelled(std::uint32_t i, bool article) {
    const std::string_view text = document_.str(document_.blocks[i].text);
    std::size_t from = 0;
    for (int n = 0; n < 2; ++n) {
      const std::optional<FoundDate> found = find_date(text, order_, from);
      if (!found) return;
      const Lead lead = lead_of(text.substr(from, found->begin - from), i);
      if (lead.published || (lead.modified && article)) {
        list_.add(found->date,
                  {{}, "text", kLeastDateWeight, lead.modified, found->ambiguous, true});
      }
      from = found->end;
    }
  }

  const Facts& facts_;
  const page::Document& document_;
  DayOrder order_;
  DateList& list_;
};

}  // namespace

bool says_modified(std::string_view text) { return says(text, kModifiedWords); }
bool says_published(std::string_view text) { return says(text, kPublishedWords); }

void read_shown_dates(const Facts& facts, DayOrder order, DateList& list) {
  ShownDates(facts, order, list).read();
}

}  // namespace thresh::metadata
