#include "metadata/tags.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "base/ascii.hpp"
#include "metadata/normalize.hpp"
#include "metadata/sources.hpp"

namespace thresh::metadata {
namespace {

constexpr std::size_t kMaxTags = 50;
constexpr std::size_t kMaxTagBytes = 100;
constexpr std::size_t kMaxBytes = 10'000;

void add(ListField& list, std::string_view raw) {
  const std::string tag = normal_text(decode_references(raw));
  if (tag.empty() || tag.size() > kMaxTagBytes || list.values.size() >= kMaxTags) return;
  const bool known =
      std::any_of(list.values.begin(), list.values.end(),
                  [&](const std::string& other) { return base::equals_ignore_case(other, tag); });
  if (!known) list.values.push_back(tag);
}

// "bridges, town council" and "bridges;town council"
void add_all(ListField& list, std::string_view text) {
  text = text.substr(0, kMaxBytes);
  const char separator = text.find(',') != std::string_view::npos ? ',' : ';';
  while (!text.empty()) {
    const std::string_view tag = text.substr(0, text.find(separator));
    add(list, tag);
    text.remove_prefix(std::min(tag.size() + 1, text.size()));
  }
}

ListField from_metas(const Facts& facts, std::string_view name) {
  ListField list{{}, std::string(name)};
  for (const page::Meta& meta : facts.document.metas) {
    if (facts.document.str(meta.name) == name) add_all(list, facts.document.str(meta.content));
  }
  return list;
}

ListField from_json_ld(const Facts& facts) {
  ListField list{{}, "json-ld"};
  const base::JsonValue keywords = facts.json_ld.value("keywords");
  if (keywords.is_string()) add_all(list, keywords.string());
  for (std::size_t i = 0; i < std::min(keywords.size(), kMaxTags); ++i) {
    const base::JsonValue keyword = keywords.is_array() ? keywords.at(i) : base::JsonValue();
    add(list, keyword.is_object() ? keyword["name"].string() : keyword.string());
  }
  return list;
}

}  // namespace

ListField resolve_tags(const Facts& facts) {
  if (ListField list = from_json_ld(facts); !list.values.empty()) return list;
  for (const std::string_view name :
       {"article:tag", "news_keywords", "parsely-tags", "sailthru.tags", "keywords"}) {
    if (ListField list = from_metas(facts, name); !list.values.empty()) return list;
  }
  return {};
}

}  // namespace thresh::metadata
