#include "metadata/json_ld.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "base/ascii.hpp"
#include "page/clean.hpp"

namespace thresh::metadata {
namespace {

// Real pages stay far below.
constexpr std::size_t kMaxScripts = 100;
constexpr std::size_t kMaxBytes = 4'000'000;
constexpr std::size_t kMaxObjects = 4000;

// Ends of the type names of schema.org that a page's main text has: NewsArticle, BlogPosting …
constexpr std::string_view kArticleTypes[] = {"Article", "Posting", "Report",
                                              "Review",  "Recipe",  "HowTo"};
constexpr std::string_view kNoArticleTypes[] = {"JobPosting", "PodcastReport"};
constexpr std::string_view kPageTypes[] = {"WebPage", "ItemPage", "AboutPage", "VideoObject",
                                           "PodcastEpisode"};

// Where an article stands besides the top level. Not in lists of items, which are other pages.
constexpr std::string_view kHolders[] = {"@graph", "mainEntity", "mainEntityOfPage"};

template <class Names>
bool ends_with_any(std::string_view text, const Names& names) {
  return std::any_of(std::begin(names), std::end(names),
                     [&](std::string_view end) { return text.ends_with(end); });
}

template <class Names>
bool has_type(base::JsonValue object, const Names& names) {
  constexpr std::size_t kMostTypes = 8;
  const base::JsonValue type = object["@type"];
  if (type.is_string()) return ends_with_any(type.string(), names);
  for (std::size_t i = 0; i < std::min(type.size(), kMostTypes); ++i) {
    if (ends_with_any(type.at(i).string(), names)) return true;
  }
  return false;
}

// A question of a forum has an author; one of a list of frequent questions has none.
bool is_article(base::JsonValue object) {
  constexpr std::string_view kQuestions[] = {"Question"};
  return (has_type(object, kArticleTypes) && !has_type(object, kNoArticleTypes)) ||
         (object["author"].exists() && has_type(object, kQuestions));
}

// Old templates hide scripts from browsers that do not know them.
std::string_view without_wrapping(std::string_view script) {
  for (const std::string_view open : {"<!--", "//<![CDATA[", "/*<![CDATA[*/", "<![CDATA["}) {
    script = base::trim(script);
    if (script.starts_with(open)) script.remove_prefix(open.size());
  }
  return script;
}

std::optional<base::Json> parse(std::string_view script) {
  script = without_wrapping(script);
  std::optional<base::Json> json = base::Json::parse(script);
  constexpr std::string_view kEscaped = "&quot;";
  if (json || script.substr(0, 40).find(kEscaped) == std::string_view::npos) return json;
  return base::Json::parse(decode_references(script));
}

}  // namespace

std::string decode_references(std::string_view text) {
  std::string out;
  page::append_clean(out, text, page::Context::kText);
  if (out.size() == text.size() || out.find('&') == std::string::npos) return out;
  const std::string once = std::exchange(out, {});
  page::append_clean(out, once, page::Context::kText);
  return out;
}

JsonLd::JsonLd(const page::Document& document) {
  std::size_t bytes = 0;
  for (const base::Slice script : document.json_ld) {
    bytes += script.length;
    if (scripts_.size() >= kMaxScripts || bytes > kMaxBytes) break;
    std::optional<base::Json> json = parse(document.str(script));
    if (!json) continue;
    read(json->root());
    scripts_.push_back(*std::move(json));
    if (article_.exists()) break;
  }
}

// Takes the first article in document order, and the first page.
void JsonLd::read(base::JsonValue root) {
  std::vector<base::JsonValue> pending{root};
  for (std::size_t seen = 0; !pending.empty() && seen < kMaxObjects; ++seen) {
    const base::JsonValue value = pending.back();
    pending.pop_back();
    if (value.is_array()) {
      for (std::size_t i = std::min(value.size(), kMaxObjects); i > 0; --i) {
        pending.push_back(value.at(i - 1));
      }
      continue;
    }
    if (!value.is_object()) continue;
    if (value["@id"].exists() && value.size() > 1) named_.push_back(value);
    const bool article = is_article(value);
    if (article && !article_.exists()) article_ = value;
    if (article) continue;
    if (!page_.exists() && has_type(value, kPageTypes)) page_ = value;
    for (const std::string_view holder : kHolders) {
      if (value[holder].exists()) pending.push_back(value[holder]);
    }
  }
}

base::JsonValue JsonLd::value(std::string_view path) const {
  for (base::JsonValue value : {article_, page_}) {
    std::string_view rest = path;
    while (!rest.empty() && value.exists()) {
      const std::string_view name = rest.substr(0, rest.find('.'));
      rest.remove_prefix(std::min(name.size() + 1, rest.size()));
      value = follow(value[name]);
      if (value.is_array() && !rest.empty()) value = follow(value.at(0));
    }
    if (value.exists() && !value.is_null()) return value;
  }
  return {};
}

std::string JsonLd::string(std::string_view path) const {
  constexpr int kMostNested = 4;
  base::JsonValue found = value(path);
  for (int i = 0; i < kMostNested && found.is_array(); ++i) found = found.at(0);
  return decode_references(found.string());
}

base::JsonValue JsonLd::follow(base::JsonValue value) const {
  if (!value.is_object() || value.size() > 2 || !value["@id"].is_string()) return value;
  const std::string_view id = value["@id"].string();
  for (const base::JsonValue object : named_) {
    if (object["@id"].string() == id) return object;
  }
  return value;
}

}  // namespace thresh::metadata
