#include "metadata/shown_authors.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/ascii.hpp"
#include "metadata/author_names.hpp"
#include "metadata/place.hpp"

namespace thresh::metadata {

void add_names(ListField& list, std::vector<std::string> names) {
  for (std::string& name : names) {
    const bool known = std::find(list.values.begin(), list.values.end(), name) != list.values.end();
    if (!known && list.values.size() < kMaxAuthors) list.values.push_back(std::move(name));
  }
}

bool is_site(const std::vector<std::string>& names, const SiteNames& site) {
  return names.size() == 1 && site.match(names.front());
}

namespace {

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
    add_names(list, std::move(names));
  }
  if (list.values.empty()) add_names(list, std::move(site));
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

// "microdata" or "rdfa" if that says of the block that it names an author.
std::string_view author_item(const page::Document& document, const page::Block& block) {
  constexpr int kLevels = 2;
  std::uint32_t at = block.container;
  for (int level = 0; level <= kLevels && at != page::kNone; ++level) {
    const page::Container& container = document.containers[at];
    if (document.attribute(container, page::Attribute::kItemprop) == "author") return "microdata";
    const std::string_view property = document.attribute(container, page::Attribute::kProperty);
    if (property == "author" || property == "schema:author") return "rdfa";
    at = container.parent;
  }
  return {};
}

}  // namespace

// rel=author and itemprop=author.
ListField from_marks(const Facts& facts) {
  return from_blocks(facts, "rel-author", 2,
                     [&](std::uint32_t i) { return marked_names(facts.document, i); });
}

// Links to the page of an author.
ListField from_links(const Facts& facts) {
  return from_blocks(facts, "author-link", 1,
                     [&](std::uint32_t i) { return linked_names(facts.document, i); });
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
    if (i < count) add_names(list, names_of(i));
  }
  return list;
}

// Blocks that microdata or RDFa name an author. The first one counts: on the pages of forums those
// who answered are marked too.
ListField from_author_items(const Facts& facts) {
  const page::Document& document = facts.document;
  constexpr std::uint32_t kFewWords = 6;
  for (std::uint32_t i = 0; i < document.blocks.size(); ++i) {
    const page::Block& block = document.blocks[i];
    if (block.hidden || block.words > kFewWords) continue;
    const std::string source(author_item(document, block));
    if (source.empty()) continue;
    const std::string_view text = document.str(block.text);
    if (is_account(text, text)) return {{std::string(text)}, source};
    std::vector<std::string> names = linked_names(document, i);
    if (names.empty()) names = people_in(text);
    if (!names.empty()) return {std::move(names), source};
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
    const bool menu = i < facts.decisions.size() && facts.decisions[i].label == Label::kNavigation;
    if (menu || document.blocks[i].hidden) continue;
    std::vector<std::string> names = marked_names(document, i);
    if (names.empty()) names = linked_names(document, i);
    if (names.empty()) names = classed_names(document, i);
    if (names.empty() && document.blocks[i].words <= kFewWords) {
      names = names_behind_lead(document.str(document.blocks[i].text));
    }
    if (hold_person(names)) add_names(list, std::move(names));
    if (list.values.size() > 1) return {};
  }
  return list;
}

}  // namespace thresh::metadata
