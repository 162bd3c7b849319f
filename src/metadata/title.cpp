#include "metadata/title.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string>
#include <vector>

#include "base/words.hpp"
#include "metadata/normalize.hpp"
#include "metadata/site_names.hpp"
#include "metadata/sources.hpp"

namespace thresh::metadata {
namespace {

// A visible headline with fewer words must agree with a declared title so much.
constexpr std::size_t kWordsOfSentence = 5;
constexpr double kLeastAgreement = 0.25;

// A longer text is no title. Also bounds what the searches below can cost.
constexpr std::size_t kMaxTitleBytes = 1000;

std::string title_text(std::string_view text) {
  return text.size() > kMaxTitleBytes ? std::string() : normal_text(text);
}

std::vector<std::uint32_t> sorted_words(std::string_view text) {
  std::vector<std::uint32_t> words;
  base::WordReader reader(text);
  for (std::string_view word = reader.next(); !word.empty(); word = reader.next()) {
    words.push_back(base::word_hash(word));
  }
  std::sort(words.begin(), words.end());
  return words;
}

// F1 of the words: 1 for the same, 0 for none in common.
double agreement(std::string_view a, std::string_view b) {
  const std::vector<std::uint32_t> left = sorted_words(a);
  const std::vector<std::uint32_t> right = sorted_words(b);
  if (left.empty() || right.empty()) return 0;
  std::vector<std::uint32_t> both;
  std::set_intersection(left.begin(), left.end(), right.begin(), right.end(),
                        std::back_inserter(both));
  return 2.0 * static_cast<double>(both.size()) / static_cast<double>(left.size() + right.size());
}

bool same_words(std::string_view a, std::string_view b) {
  base::WordReader left(a);
  base::WordReader right(b);
  for (std::string_view word = left.next();; word = left.next()) {
    const std::string_view other = right.next();
    if (word.empty() || other.empty()) return word.empty() && other.empty();
    if (base::word_hash(word) != base::word_hash(other)) return false;
  }
}

bool is_first_heading(const page::Block& block) {
  return block.type == page::BlockType::kHeading && block.level == 1;
}

// The block that the judge took for the headline; where it saw none, the first <h1>.
const page::Block* headline(const Facts& facts) {
  const auto& blocks = facts.document.blocks;
  for (std::size_t i = 0; i < blocks.size() && i < facts.decisions.size(); ++i) {
    if (facts.decisions[i].keep && facts.decisions[i].label == Label::kTitle) return &blocks[i];
  }
  const auto first = std::find_if(blocks.begin(), blocks.end(), [](const page::Block& block) {
    return is_first_heading(block) && !block.hidden;
  });
  return first == blocks.end() ? nullptr : &*first;
}

Field visible_title(const Facts& facts, const SiteNames& site) {
  const page::Block* block = headline(facts);
  if (block == nullptr) return {};
  const std::string text = title_text(facts.document.str(block->text));
  if (site.match(text)) return {};
  return {std::string(site.cut(text)), is_first_heading(*block) ? "h1" : "headline"};
}

bool is_shown(const page::Document& document, std::string_view text) {
  return std::any_of(document.blocks.begin(), document.blocks.end(), [&](const page::Block& block) {
    return !block.hidden && document.str(block.text).starts_with(text);
  });
}

// "Headline" of "Headline | Somebody" and of "Somebody: Headline", if the page shows that: for
// pages that name their site nowhere else.
std::string_view cut_somebody(const page::Document& document, std::string_view title) {
  constexpr std::string_view kColon = ": ";
  const std::size_t colon = std::min(title.find(kColon), title.size());
  const std::string_view after = title.substr(std::min(colon + kColon.size(), title.size()));
  if (base::count_words(after) > base::count_words(title.substr(0, colon)) &&
      is_shown(document, after)) {
    return after;
  }
  for (const std::string_view separator : {" | ", " - ", " \u2013 ", " \u2014 ", " \u00b7 "}) {
    const std::size_t last = title.rfind(separator);
    if (last == std::string_view::npos) continue;
    const std::string_view before = title.substr(0, last);
    const std::size_t words_after = base::count_words(title.substr(last));
    if (words_after < kWordsOfSentence && words_after <= base::count_words(before)) return before;
  }
  return title;
}

// In the order in which they are believed.
std::vector<Field> declared_titles(const Facts& facts, const SiteNames& site) {
  const page::Document& document = facts.document;
  const Field raw[] = {
      {std::string(meta_content(document, "og:title")), "og:title"},
      {std::string(meta_content(document, "twitter:title")), "twitter:title"},
      {facts.json_ld.string("headline"), "json-ld"},
      {std::string(document.str(document.title)), "title"},
  };
  std::vector<Field> titles;
  for (const Field& field : raw) {
    const std::string text = title_text(field.value);
    std::string_view cut = site.cut(text);
    if (cut == text && field.source == "title") cut = cut_somebody(document, text);
    if (!cut.empty()) titles.push_back({std::string(cut), field.source});
  }
  return titles;
}

// A block that is no heading may show more than the headline: "Home > News Headline".
std::string_view declared_part(std::string_view visible, const std::vector<Field>& declared) {
  std::string_view part;
  for (const Field& title : declared) {
    if (title.value.size() > part.size() && visible.find(title.value) != std::string_view::npos) {
      part = title.value;
    }
  }
  return part.empty() ? visible : part;
}

bool is_borne_out(const std::string& title, const std::vector<Field>& declared) {
  if (declared.empty() || base::count_words(title) >= kWordsOfSentence) return true;
  return std::any_of(declared.begin(), declared.end(), [&](const Field& other) {
    return agreement(title, other.value) >= kLeastAgreement;
  });
}

// A heading of another rank, or a text that is none, is the headline only where the page declares
// the very same: subheadings and calls to buy look the same otherwise.
bool is_declared(const Facts& facts, const std::string& title, const std::vector<Field>& declared) {
  constexpr double kSame = 0.9;
  const std::string element = title_text(facts.document.str(facts.document.title));
  return element.find(title) != std::string::npos ||
         std::any_of(declared.begin(), declared.end(),
                     [&](const Field& other) { return agreement(title, other.value) >= kSame; });
}

bool is_addition(std::string_view before, std::string_view after) {
  constexpr std::size_t kFewWords = 3;
  const std::size_t words = base::count_words(before);
  const bool label = before.find(':') == std::string_view::npos ? words <= kFewWords : words == 1;
  return label && (after.empty() || after.starts_with(" (") || after.starts_with(" |"));
}

// What stands before and behind the headline inside its element goes: "News", "(example.org) 139".
std::string without_additions(const std::string& visible, const std::vector<Field>& declared) {
  constexpr std::size_t kFewestWords = 4;
  const std::string_view text = visible;
  for (const Field& title : declared) {
    const std::size_t at = text.find(title.value);
    if (at == std::string_view::npos || base::count_words(title.value) < kFewestWords) continue;
    if (is_addition(text.substr(0, at), text.substr(at + title.value.size()))) return title.value;
  }
  return visible.substr(0, visible.find(" | "));
}

const Field* from(std::string_view source, const std::vector<Field>& declared) {
  const auto found = std::find_if(declared.begin(), declared.end(),
                                  [&](const Field& title) { return title.source == source; });
  return found == declared.end() ? nullptr : &*found;
}

// The headline as a news site's JSON-LD has it, where og:title says the same, or where nothing else
// does: pages are laid out with kickers, and <title> and og:title are worded for search engines.
const Field* news_headline(const Facts& facts, const std::vector<Field>& declared) {
  const Field* headline = from("json-ld", declared);
  if (headline == nullptr || !facts.json_ld.string("@type").ends_with("NewsArticle")) {
    return nullptr;
  }
  const Field* og = from("og:title", declared);
  if (og != nullptr && same_words(og->value, headline->value)) return og;
  const bool alone = std::none_of(declared.begin(), declared.end(), [&](const Field& other) {
    return other.source != "json-ld" && same_words(other.value, headline->value);
  });
  return alone && base::count_words(headline->value) >= kWordsOfSentence ? headline : nullptr;
}

bool has_separator(std::string_view title) {
  constexpr std::string_view kSeparators[] = {" | ", " - ", ": ", " \u2013 ", " \u2014 "};
  return std::any_of(std::begin(kSeparators), std::end(kSeparators), [&](std::string_view one) {
    return title.find(one) != std::string_view::npos;
  });
}

// What a page that is no article declares twice, to other sites and in its <title>, is its name:
// the first heading of a service or a shop is often a slogan.
const Field* agreed_name(const Facts& facts, const std::vector<Field>& declared) {
  if (facts.json_ld.has_article() || meta_content(facts.document, "og:type") == "article") {
    return nullptr;
  }
  const Field* og = from("og:title", declared);
  const Field* element = from("title", declared);
  const bool agreed = og != nullptr && element != nullptr && !has_separator(og->value) &&
                      same_words(og->value, element->value);
  return agreed ? og : nullptr;
}

bool is_same_as_any(std::string_view title, const std::vector<Field>& declared) {
  return std::any_of(declared.begin(), declared.end(),
                     [&](const Field& other) { return same_words(title, other.value); });
}

// A declared title that another heading of the page shows.
Field shown_elsewhere(const Facts& facts, const std::vector<Field>& declared) {
  constexpr int kLowestRank = 2;
  for (const Field& title : declared) {
    if (has_separator(title.value)) continue;
    for (const page::Block& block : facts.document.blocks) {
      const bool heading = block.type == page::BlockType::kHeading && block.level <= kLowestRank;
      if (!heading || block.hidden || block.words > kMaxTitleBytes) continue;
      if (same_words(facts.document.str(block.text), title.value)) {
        return {title.value, is_first_heading(block) ? "h1" : "headline"};
      }
    }
  }
  return {};
}

Field first_heading(const Facts& facts, const SiteNames& site) {
  for (const page::Block& block : facts.document.blocks) {
    if (!is_first_heading(block) || block.hidden) continue;
    const std::string text = title_text(facts.document.str(block.text));
    if (!text.empty() && !site.match(text)) return {std::string(site.cut(text)), "h1"};
  }
  return {};
}

}  // namespace

Field resolve_title(const Facts& facts) {
  const SiteNames& site = facts.site;
  const std::vector<Field> declared = declared_titles(facts, site);
  Field visible = visible_title(facts, site);
  if (visible.source == "headline") {
    visible.value = declared_part(visible.value, declared);
    if (!declared.empty() && !is_declared(facts, visible.value, declared)) {
      visible = first_heading(facts, site);
    }
  }
  if (visible.value.empty() || !is_borne_out(visible.value, declared)) {
    return declared.empty() ? visible : declared.front();
  }

  if (const Field* news = news_headline(facts, declared)) {
    if (!same_words(news->value, visible.value)) return *news;
  }
  if (!is_same_as_any(visible.value, declared)) {
    Field shown = shown_elsewhere(facts, declared);
    if (!shown.value.empty()) return shown;
  }
  if (const Field* name = agreed_name(facts, declared)) {
    if (agreement(name->value, visible.value) < 1) return *name;
  }
  if (visible.source == "h1") visible.value = without_additions(visible.value, declared);
  return visible;
}

}  // namespace thresh::metadata
