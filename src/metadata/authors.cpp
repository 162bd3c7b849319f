#include "metadata/authors.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "metadata/author_names.hpp"
#include "metadata/shown_authors.hpp"
#include "metadata/sources.hpp"

namespace thresh::metadata {
namespace {

// The account that a system is set up with, whatever it calls itself.
bool is_first_account(base::JsonValue author) {
  const auto ends = [&](std::string_view key) {
    std::string_view url = author[key].string();
    while (url.ends_with('/')) url.remove_suffix(1);
    return url.ends_with("/author/admin");
  };
  return ends("@id") || ends("url");
}

// A person or organisation of JSON-LD: a name, or an object with one, whole or in two parts.
std::string name_of(const JsonLd& json_ld, base::JsonValue author) {
  author = json_ld.follow(author);
  if (author.is_string()) return std::string(author.string());
  if (is_first_account(author)) return {};
  base::JsonValue name = author["name"];
  if (name.is_array()) name = name.at(0);
  if (!name.string().empty()) return std::string(name.string());
  const std::string_view family = author["familyName"].string();
  const std::string given(author["givenName"].string());
  return given.empty() || family.empty() ? given : given + " " + std::string(family);
}

ListField from_json_ld(const Facts& facts) {
  ListField list{{}, "json-ld"};
  if (!facts.json_ld.has_article()) return list;
  for (const std::string_view key : {"author", "creator"}) {
    const base::JsonValue author = facts.json_ld.value(key);
    const std::size_t count = author.is_array() ? std::min(author.size(), kMaxAuthors) : 1;
    for (std::size_t i = 0; i < count; ++i) {
      add_names(list, names_in(name_of(facts.json_ld, author.is_array() ? author.at(i) : author),
                               NameText::kDeclared));
    }
    if (!list.values.empty()) break;
  }
  return list;
}

ListField from_metas(const Facts& facts) {
  constexpr std::string_view kNames[] = {"author",
                                         "article:author",
                                         "article:author_name",
                                         "parsely-author",
                                         "sailthru.author",
                                         "citation_author",
                                         "citation_authors",
                                         "dc.creator",
                                         "dcterms.creator",
                                         "dc.contributor",
                                         "byl",
                                         "authors",
                                         "cxenseparse:author",
                                         "og:article:author",
                                         "article.author",
                                         "creator",
                                         "schema:author",
                                         "dc:creator",
                                         "dcterms:creator",
                                         "twitter:creator:name"};
  for (const std::string_view name : kNames) {
    ListField list{{}, "meta"};
    for (const page::Meta& meta : facts.document.metas) {
      if (facts.document.str(meta.name) != name) continue;
      add_names(list, names_in(facts.document.str(meta.content), NameText::kDeclared));
    }
    if (!list.values.empty()) return list;
  }
  return {};
}

// "Written by" as twitter:label1, the name as twitter:data1.
ListField from_twitter_label(const Facts& facts) {
  ListField list{{}, "twitter:data"};
  for (const std::string_view number : {"1", "2"}) {
    const std::string label = "twitter:label" + std::string(number);
    if (!is_byline_lead(meta_content(facts.document, label))) continue;
    const std::string data = "twitter:data" + std::string(number);
    add_names(list, names_in(meta_content(facts.document, data), NameText::kDeclared));
  }
  return list;
}

}  // namespace

ListField resolve_authors(const Facts& facts) {
  struct Row {
    ListField (*read)(const Facts&);
    bool shown;  // to readers, as the author
  };
  constexpr Row kRows[] = {{from_json_ld, false},       {from_marks, true},
                           {from_byline, true},         {from_metas, false},
                           {from_twitter_label, false}, {from_author_items, false},
                           {from_links, false},         {from_class, false},
                           {from_judged_byline, false}, {from_signature, false}};
  // The site itself, an account or an organisation is no author where a person is named elsewhere.
  ListField weak;
  bool weak_is_site = false;
  for (const Row& row : kRows) {
    ListField list = row.read(facts);
    if (list.values.empty()) continue;
    const bool people = hold_person(list.values) && !is_site(list.values, facts.site);
    if (people && (weak.values.empty() || weak_is_site || row.shown)) return list;
    const bool site = is_site(list.values, facts.site);
    if (!weak.values.empty() && (!weak_is_site || site || !row.shown)) continue;
    weak_is_site = site;
    weak = std::move(list);
  }
  return weak.values.empty() ? from_whole_page(facts) : weak;
}

}  // namespace thresh::metadata
