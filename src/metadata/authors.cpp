#include "metadata/authors.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "base/ascii.hpp"
#include "metadata/author_names.hpp"
#include "metadata/place.hpp"
#include "metadata/sources.hpp"

namespace thresh::metadata {
namespace {

constexpr std::size_t kMaxAuthors = 20;

void add(ListField& list, std::vector<std::string> names) {
  for (std::string& name : names) {
    const bool known = std::find(list.values.begin(), list.values.end(), name) != list.values.end();
    if (!known && list.values.size() < kMaxAuthors) list.values.push_back(std::move(name));
  }
}

bool is_site(const std::vector<std::string>& names, const SiteNames& site) {
  return names.size() == 1 && site.match(names.front());
}

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
      add(list, names_in(name_of(facts.json_ld, author.is_array() ? author.at(i) : author),
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
                                         "twitter:creator:name"};
  for (const std::string_view name : kNames) {
    ListField list{{}, "meta"};
    for (const page::Meta& meta : facts.document.metas) {
      if (facts.document.str(meta.name) != name) continue;
      add(list, names_in(facts.document.str(meta.content), NameText::kDeclared));
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
    add(list, names_in(meta_content(facts.document, data), NameText::kDeclared));
  }
  return list;
}

// Blocks near the headline, as far from the first one that names an author as `reach`. Blocks that
// name the site alone count where no other does.
template <class NamesOf>
ListField from_blocks(const Facts& facts, std::string_view source, std::uint32_t reach,
                      NamesOf names_of) {
  ListField list{{}, std::string(source)};
  std::vector<std::string> site;
  std::uint32_t first = page::kNone;
  for (const std::uint32_t i : blocks_near_headline(facts)) {
    if (first != page::kNone && (i < first || i - first > reach)) continue;
    if (facts.document.blocks[i].hidden) continue;
    std::vector<std::string> names = names_of(i);
    if (names.empty()) continue;
    if (is_site(names, facts.site)) {
      site = std::move(names);
      continue;
    }
    if (first == page::kNone) first = i;
    add(list, std::move(names));
  }
  if (list.values.empty()) add(list, std::move(site));
  return list;
}

void append(std::vector<std::string>& names, std::vector<std::string> more) {
  names.insert(names.end(), std::make_move_iterator(more.begin()),
               std::make_move_iterator(more.end()));
}

std::vector<std::string> marked_names(const page::Document& document, std::uint32_t i) {
  std::vector<std::string> names;
  for (std::uint32_t m = document.blocks[i].first_mark; m < document.blocks[i].end_mark; ++m) {
    const page::Mark& mark = document.marks[m];
    const bool itemprop = mark.type == page::MarkType::kItemprop &&
                          document.str(mark.value) == std::string_view("author");
    if (mark.type == page::MarkType::kAuthor || itemprop) {
      append(names, names_in(document.str(mark.text), NameText::kShown));
    }
  }
  return names;
}

// rel=author and itemprop=author.
ListField from_marks(const Facts& facts) {
  return from_blocks(facts, "rel-author", 2,
                     [&](std::uint32_t i) { return marked_names(facts.document, i); });
}

bool leads_to_author(std::string_view href) {
  constexpr std::string_view kFolders[] = {
      "/author/", "/authors/",  "/auteur/",     "/autor/",      "/autoren/",     "/autori/",
      "/user/",   "/users/",    "/member/",     "/members/",    "/profile/",     "/profiles/",
      "/staff/",  "/people/",   "/writer/",     "/writers/",    "/contributor/", "/contributors/",
      "/by/",     "/reporter/", "/columnists/", "/journalist/", "/editors/",     "userprofile"};
  constexpr std::size_t kLongest = 300;
  href = href.substr(0, kLongest);
  return std::any_of(std::begin(kFolders), std::end(kFolders), [&](std::string_view folder) {
    return href.find(folder) != std::string_view::npos;
  });
}

std::vector<std::string> linked_names(const page::Document& document, std::uint32_t i) {
  std::vector<std::string> names;
  constexpr std::uint32_t kManyWords = 30;
  if (document.blocks[i].words > kManyWords) return names;
  for (std::uint32_t l = document.blocks[i].first_link; l < document.blocks[i].end_link; ++l) {
    const page::Link& link = document.links[l];
    if (!leads_to_author(document.str(link.href))) continue;
    const std::string_view text = document.str(link.text);
    if (is_account(text, document.str(link.href))) {
      names.emplace_back(text);
    } else {
      append(names, names_in(text, NameText::kShown));
    }
  }
  return names;
}

// Links to the page of an author.
ListField from_links(const Facts& facts) {
  return from_blocks(facts, "author-link", 1,
                     [&](std::uint32_t i) { return linked_names(facts.document, i); });
}

// "By Jane Doe", "5 March 2024 | By Jane Doe"; of "by jdoe1" also a name that is none elsewhere.
std::vector<std::string> names_behind_lead(std::string_view text) {
  const std::string undated = without_dates(text);
  std::string_view rest = undated;
  rest.remove_prefix(std::min(rest.find_first_not_of(" |,(\u00b7\uff08"), rest.size()));
  const std::size_t lead = byline_lead(rest);
  if (lead == 0) return {};
  rest.remove_prefix(lead);
  while (rest.ends_with(' ') || rest.ends_with('|')) rest.remove_suffix(1);
  const bool word = rest.find(' ') == std::string_view::npos;
  return names_in(rest, word ? NameText::kDeclared : NameText::kShown);
}

// "By Jane Doe" in a short block near the headline, or "By" in one and the name in the next.
ListField from_byline(const Facts& facts) {
  const page::Document& document = facts.document;
  return from_blocks(facts, "byline", 0, [&](std::uint32_t i) -> std::vector<std::string> {
    constexpr std::uint32_t kManyWords = 25;
    const page::Block& block = document.blocks[i];
    if (block.words > kManyWords) return {};
    const std::string_view text = document.str(block.text);
    if (is_byline_lead(text) && i + 1 < document.blocks.size()) {
      constexpr std::uint32_t kWordsOfNames = 8;
      const page::Block& next = document.blocks[i + 1];
      if (next.words > kWordsOfNames) return {};
      return names_in(document.str(next.text), NameText::kShown);
    }
    return names_behind_lead(text);
  });
}

std::vector<std::string> classed_names(const page::Document& document, std::uint32_t i) {
  constexpr std::uint32_t kManyWords = 10;
  const page::Block& block = document.blocks[i];
  if (block.words > kManyWords) return {};
  for (const std::string_view word : {"descri", "bio", "role", "position"}) {
    if (is_named(document, block, word, 0)) return {};
  }
  for (const std::string_view word : {"author", "byline", "username", "creator"}) {
    if (!is_named(document, block, word, block.words <= 3 ? 2 : 0)) continue;
    return names_in(without_dates(document.str(block.text)), NameText::kShown);
  }
  return {};
}

// A block that the site's style sheet calls an author.
ListField from_class(const Facts& facts) {
  return from_blocks(facts, "class", 0,
                     [&](std::uint32_t i) { return classed_names(facts.document, i); });
}

// A name beside the date, between headline and body.
ListField from_judged_byline(const Facts& facts) {
  const page::Document& document = facts.document;
  return from_blocks(facts, "byline", 0, [&](std::uint32_t i) -> std::vector<std::string> {
    constexpr std::uint32_t kManyWords = 16;
    const bool byline = i < facts.decisions.size() && facts.decisions[i].label == Label::kByline;
    if (!byline || i > facts.place.first_body + 2 || document.blocks[i].words > kManyWords)
      return {};
    return people_in(without_dates(document.str(document.blocks[i].text)));
  });
}

// All of the block's words are bold.
bool is_strong(const page::Document& document, const page::Block& block) {
  for (std::uint32_t m = block.first_mark; m < block.end_mark; ++m) {
    const page::Mark& mark = document.marks[m];
    if (mark.type == page::MarkType::kStrong &&
        base::trim(document.str(mark.text)).size() + 2 >= document.str(block.text).size()) {
      return true;
    }
  }
  return false;
}

// A name in bold where the body begins, and no part of it.
std::vector<std::string> names_above(const Facts& facts, std::uint32_t i) {
  constexpr std::uint32_t kManyWords = 6;
  constexpr std::uint32_t kNear = 3;
  const page::Block& block = facts.document.blocks[i];
  const std::uint32_t first = facts.place.first_body;
  const bool above = i + kNear >= first && i <= first + kNear;
  if (!above || block.words > kManyWords || block.link_words > 0) return {};
  if (block.type != page::BlockType::kParagraph || !is_strong(facts.document, block)) return {};
  return people_in(facts.document.str(block.text));
}

// "By" and a name as the first or the last paragraph of the body, or the name alone where it is in
// bold or the last.
ListField from_signature(const Facts& facts) {
  const page::Document& document = facts.document;
  const auto names_of = [&](std::uint32_t i) -> std::vector<std::string> {
    constexpr std::uint32_t kManyWords = 6;
    const page::Block& block = document.blocks[i];
    const bool body = i < facts.decisions.size() && facts.decisions[i].keep &&
                      facts.decisions[i].label == Label::kParagraph;
    if (!body) return names_above(facts, i);
    if (block.words > 2 * kManyWords) return {};
    std::vector<std::string> names = names_behind_lead(document.str(block.text));
    const bool sure = is_strong(document, block) || i + 2 >= facts.place.end_body;
    if (!names.empty() || block.words > kManyWords || !sure) return names;
    return people_in(without_dates(document.str(block.text)));
  };
  ListField list = from_blocks(facts, "signature", 0, names_of);
  const auto count = static_cast<std::uint32_t>(document.blocks.size());
  for (std::uint32_t i = facts.place.end_body; list.values.empty() && i > 0; --i) {
    constexpr std::uint32_t kLast = 2;
    if (facts.place.end_body - i >= kLast) break;
    if (i < count) add(list, names_of(i));
  }
  return list;
}

bool is_in_author_item(const page::Document& document, const page::Block& block) {
  constexpr int kLevels = 2;
  std::uint32_t at = block.container;
  for (int level = 0; level <= kLevels && at != page::kNone; ++level) {
    const page::Container& container = document.containers[at];
    if (document.attribute(container, page::Attribute::kItemprop) == "author") return true;
    at = container.parent;
  }
  return false;
}

// The first post of a forum: whoever wrote it is marked, and so are those who answered.
ListField from_first_post(const Facts& facts) {
  const page::Document& document = facts.document;
  constexpr std::uint32_t kFewWords = 6;
  for (std::uint32_t i = 0; i < document.blocks.size(); ++i) {
    const page::Block& block = document.blocks[i];
    if (block.hidden || block.words > kFewWords || !is_in_author_item(document, block)) continue;
    const std::string_view text = document.str(block.text);
    if (is_account(text, text)) return {{std::string(text)}, "microdata"};
    std::vector<std::string> names = linked_names(document, i);
    if (!names.empty()) return {std::move(names), "microdata"};
  }
  return {};
}

// Far from the headline, marked as an author or behind "By": only where the page names no other
// one.
ListField from_whole_page(const Facts& facts) {
  const page::Document& document = facts.document;
  constexpr std::uint32_t kFewWords = 8;
  ListField list{{}, "whole-page"};
  for (std::uint32_t i = 0; i < document.blocks.size(); ++i) {
    if (document.blocks[i].hidden) continue;
    std::vector<std::string> names = marked_names(document, i);
    if (names.empty()) names = linked_names(document, i);
    if (names.empty()) names = classed_names(document, i);
    if (names.empty() && document.blocks[i].words <= kFewWords) {
      names = names_behind_lead(document.str(document.blocks[i].text));
    }
    if (hold_person(names)) add(list, std::move(names));
    if (list.values.size() > 1) return {};
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
                           {from_twitter_label, false}, {from_first_post, false},
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
