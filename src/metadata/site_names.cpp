#include "metadata/site_names.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "base/url.hpp"
#include "base/words.hpp"
#include "metadata/sources.hpp"

namespace thresh::metadata {
namespace {

// A longer text is no name. Also bounds what the searches below can cost.
constexpr std::size_t kMaxNameBytes = 200;

// Shorter names stand in words by accident.
constexpr std::size_t kShortestPart = 4;
constexpr std::size_t kShortestDomain = 3;

// Characters that part a headline from a site's name, bytes of UTF-8 each.
constexpr std::string_view kSeparators[] = {
    "|", "-", "_", ":", "\u2013", "\u2014", "\u00b7", "\u2022", "\u00ab", "\u00bb", "\uff5c"};

std::string letters_of(std::string_view text) {
  std::string letters;
  base::WordReader reader(text);
  for (std::string_view word = reader.next(); !word.empty(); word = reader.next()) {
    letters += base::lower(word);
  }
  return letters;
}

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

bool is_most_of(std::string_view part, std::string_view text) {
  return !part.empty() && text.size() <= 2 * part.size() && contains(text, part);
}

// The longest label of the host, which is the registered name but on rare sites.
std::string domain_of(std::string_view url) {
  const std::string host = base::url_host(url);
  std::string_view rest = host;
  std::string_view longest;
  while (!rest.empty()) {
    const std::string_view label = rest.substr(0, rest.find('.'));
    rest.remove_prefix(std::min(label.size() + 1, rest.size()));
    if (label.size() > longest.size()) longest = label;
  }
  return longest.size() < kShortestDomain ? std::string() : letters_of(longest);
}

// "exampleorg" of "www.example.org": some sites are called so.
std::string host_letters(std::string_view url) {
  std::string host = base::url_host(url);
  constexpr std::string_view kPrefix = "www.";
  return letters_of(host.starts_with(kPrefix) ? host.substr(kPrefix.size()) : host);
}

}  // namespace

SiteNames::SiteNames(const page::Document& document, const JsonLd& json_ld,
                     std::string_view page_url)
    : domain_(domain_of(page_url)) {
  if (std::string host = host_letters(page_url); !host.empty()) names_.push_back(std::move(host));
  const std::string publisher = json_ld.string("publisher.name");
  for (const std::string_view name :
       {meta_content(document, "og:site_name"), meta_content(document, "application-name"),
        std::string_view(publisher)}) {
    if (name.size() > kMaxNameBytes) continue;
    if (std::string letters = letters_of(name); !letters.empty()) {
      names_.push_back(std::move(letters));
    }
  }
}

bool SiteNames::match(std::string_view text) const {
  const std::string letters = letters_of(text);
  return !letters.empty() &&
         (letters == domain_ || std::find(names_.begin(), names_.end(), letters) != names_.end());
}

bool SiteNames::match_loosely(std::string_view text) const {
  const std::string letters = letters_of(text);
  for (const std::string& name : names_) {
    if (letters.size() >= kShortestPart && contains(name, letters)) return true;
    if (name.size() >= kShortestPart && is_most_of(name, letters)) return true;
  }
  return !domain_.empty() && (is_most_of(domain_, letters) || is_most_of(letters, domain_));
}

// What stands behind a separator: all of it, or up to the next one.
bool SiteNames::is_behind(std::string_view title, std::size_t end_of_separator,
                          std::string_view separator) const {
  const std::string_view after = title.substr(end_of_separator);
  if (match(after) || match(after.substr(0, after.find(separator)))) return true;
  return title[end_of_separator - separator.size() - 1] == ' ' && after.starts_with(' ') &&
         match_loosely(after);
}

std::string_view SiteNames::cut(std::string_view title) const {
  constexpr int kMostParts = 6;
  for (const std::string_view separator : kSeparators) {
    std::size_t at = title.rfind(separator);
    for (int part = 0; part < kMostParts && at != std::string_view::npos && at > 0; ++part) {
      if (is_behind(title, at + separator.size(), separator)) {
        return base::trim(title.substr(0, at));
      }
      at = title.rfind(separator, at - 1);
    }
    const std::size_t first = title.find(separator);
    if (first != std::string_view::npos && match(title.substr(0, first))) {
      return base::trim(title.substr(first + separator.size()));
    }
  }
  return title;
}

}  // namespace thresh::metadata
