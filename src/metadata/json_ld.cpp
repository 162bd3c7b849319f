#include "metadata/json_ld.hpp"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

namespace thresh::metadata {
namespace {

// Ends of the type names of schema.org that a page's main text has: NewsArticle, BlogPosting …
constexpr std::string_view kArticleTypes[] = {"Article", "Posting", "Report"};

// Where an article stands besides the top level. Not in lists of items, which are other pages.
constexpr std::string_view kHolders[] = {"@graph", "mainEntity", "mainEntityOfPage"};

bool is_article_type(base::JsonValue type) {
  if (type.is_array()) type = type.at(0);
  return std::any_of(std::begin(kArticleTypes), std::end(kArticleTypes),
                     [&](std::string_view end) { return type.string().ends_with(end); });
}

// The first article in document order; does not exist if there is none.
base::JsonValue find_article(base::JsonValue root) {
  std::vector<base::JsonValue> pending{root};
  while (!pending.empty()) {
    const base::JsonValue value = pending.back();
    pending.pop_back();
    if (value.is_array()) {
      for (std::size_t i = value.size(); i > 0; --i) pending.push_back(value.at(i - 1));
    } else if (value.is_object()) {
      if (is_article_type(value["@type"])) return value;
      for (const std::string_view holder : kHolders) {
        if (value[holder].exists()) pending.push_back(value[holder]);
      }
    }
  }
  return {};
}

}  // namespace

JsonLd::JsonLd(const page::Document& document) {
  for (const base::Slice script : document.json_ld) {
    std::optional<base::Json> json = base::Json::parse(document.str(script));
    if (!json) continue;
    const base::JsonValue article = find_article(json->root());
    if (!article.exists()) continue;
    json_ = std::move(json);
    article_ = article;
    return;
  }
}

std::string_view JsonLd::string(std::string_view path) const {
  base::JsonValue value = article_;
  while (!path.empty()) {
    const std::string_view name = path.substr(0, path.find('.'));
    path.remove_prefix(std::min(name.size() + 1, path.size()));
    value = value[name];
    if (value.is_array()) value = value.at(0);
  }
  return value.string();
}

}  // namespace thresh::metadata
