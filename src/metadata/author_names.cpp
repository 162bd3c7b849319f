#include "metadata/author_names.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "base/ascii.hpp"
#include "base/utf8.hpp"
#include "base/words.hpp"
#include "metadata/date.hpp"
#include "metadata/json_ld.hpp"
#include "metadata/normalize.hpp"

namespace thresh::metadata {
namespace {

// A longer text holds more than names; also bounds the cost.
constexpr std::size_t kMaxBytes = 400;
constexpr std::size_t kMaxNameBytes = 80;
constexpr std::size_t kMaxNames = 20;
constexpr std::size_t kMaxWords = 6;

enum class WordUse : unsigned char { kLead, kJoiner, kStop, kEnd, kRole, kDegree, kJunk };
struct AuthorWord {
  WordUse use;
  std::string_view word;
};
constexpr AuthorWord kWords[] = {
#define THRESH_LEAD(word) {WordUse::kLead, word},
#define THRESH_JOINER(word) {WordUse::kJoiner, word},
#define THRESH_STOP(word) {WordUse::kStop, word},
#define THRESH_END(word) {WordUse::kEnd, word},
#define THRESH_ROLE(word) {WordUse::kRole, word},
#define THRESH_DEGREE(word) {WordUse::kDegree, word},
#define THRESH_JUNK(word) {WordUse::kJunk, word},
#include "metadata/author_words.inc"
#undef THRESH_LEAD
#undef THRESH_JOINER
#undef THRESH_STOP
#undef THRESH_END
#undef THRESH_ROLE
#undef THRESH_DEGREE
#undef THRESH_JUNK
};

// Same letters but for their case, in any script with cases that word_hash() knows.
bool same_word(std::string_view a, std::string_view lower) {
  return a.size() <= lower.size() + 2 && base::word_hash(a) == base::word_hash(lower);
}

bool is_used(std::string_view word, WordUse use) {
  return std::any_of(std::begin(kWords), std::end(kWords), [&](const AuthorWord& row) {
    return row.use == use && same_word(word, row.word);
  });
}

bool has_any(std::string_view text, WordUse use) {
  base::WordReader reader(text);
  for (std::string_view word = reader.next(); !word.empty(); word = reader.next()) {
    if (is_used(word, use)) return true;
  }
  return false;
}

std::string_view trim_marks(std::string_view name) {
  constexpr std::string_view kAround = " \t\n.,:;-*\"'()[]|/";
  const std::size_t begin = name.find_first_not_of(kAround);
  if (begin == std::string_view::npos) return {};
  std::size_t end = name.find_last_not_of(kAround) + 1;
  const bool abbreviated = end < name.size() && name[end] == '.' && end >= 2;
  if (abbreviated) {  // "Jr.", "John D."
    const std::size_t space = name.rfind(' ', end - 1);
    if (space != std::string_view::npos && end - space <= 4) ++end;
  }
  return name.substr(begin, end - begin);
}

// Signs that part names.
std::optional<std::size_t> separator_at(std::string_view text, std::size_t at) {
  constexpr std::string_view kSeparators[] = {",",        ";",      "|",      "/",      "&",
                                              "+",        "\n",     " - ",    "\u2022", "\u00b7",
                                              "\u3001",   "\uff0c", "\u060c", "\uff5c", " \u2013 ",
                                              " \u2014 ", "(",      ")",      "\uff08", "\uff09"};
  for (const std::string_view separator : kSeparators) {
    if (text.substr(at).starts_with(separator)) return separator.size();
  }
  return std::nullopt;
}

// Parts of a text between separators and joining words.
std::vector<std::string_view> parts_of(std::string_view text) {
  std::vector<std::string_view> parts;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t skip = separator_at(text, at).value_or(0);
    if (skip == 0 && text[at] == ' ') {
      const std::size_t end = std::min(text.find(' ', at + 1), text.size());
      const std::string_view word = text.substr(at + 1, end - at - 1);
      if (end < text.size() && is_used(word, WordUse::kJoiner)) skip = end - at;
    }
    if (skip == 0) {
      ++at;
      continue;
    }
    parts.push_back(text.substr(begin, at - begin));
    at += skip;
    begin = at;
  }
  parts.push_back(text.substr(begin));
  return parts;
}

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), base::is_digit);
}

bool is_address(std::string_view text) {
  return text.find('@') != std::string_view::npos || text.find("://") != std::string_view::npos ||
         text.starts_with("www.") || text.ends_with(".com");
}

// A degree behind a name: "MD", "Ph.D.", "CFP\u00ae".
bool is_degree(std::string_view part) {
  constexpr std::size_t kLongest = 10;
  std::string letters;
  for (const char c : part.substr(0, kLongest)) {
    if (base::is_alpha(c)) letters += c;
  }
  return part.size() <= kLongest && is_used(letters, WordUse::kDegree);
}

// Shown names begin with a capital, where the script has such.
bool may_begin_name(std::string_view name) {
  if (name.empty()) return false;
  return (name[0] & 0x80) != 0 || (base::is_alpha(name[0]) && name[0] != base::lower(name[0]));
}

bool has_size_of_name(std::string_view name) {
  return name.size() >= 2 && name.size() <= kMaxNameBytes &&
         std::count(name.begin(), name.end(), ' ') < static_cast<std::ptrdiff_t>(kMaxWords);
}

bool has_letter(std::string_view name) {
  return std::any_of(name.begin(), name.end(),
                     [](char c) { return base::is_alpha(c) || (c & 0x80) != 0; });
}

// What a template wrote where a name should be: "page.extra.author".
bool is_placeholder(std::string_view name) {
  return name.find(' ') == std::string_view::npos && name.find('.') != std::string_view::npos &&
         name.find("author") != std::string_view::npos;
}

// One short word says nothing: initials, a day of the week.
bool is_too_short(std::string_view name) {
  constexpr std::size_t kShortest = 4;
  return name.size() < kShortest && name.find(' ') == std::string_view::npos;
}

bool is_name(std::string_view name, NameText kind) {
  if (!has_size_of_name(name) || is_address(name) || !has_letter(name)) return false;
  if (kind == NameText::kDeclared) return !is_placeholder(name) && !is_used(name, WordUse::kJunk);
  return may_begin_name(name) && !is_too_short(name) && name.find(':') == std::string_view::npos &&
         !has_any(name, WordUse::kRole) && !has_any(name, WordUse::kJunk);
}

// "Jane Doe on Tuesday" → "Jane Doe"
std::string_view before_stop(std::string_view name) {
  for (std::size_t at = name.find(' '); at < name.size(); at = name.find(' ', at + 1)) {
    const std::string_view rest = name.substr(at + 1);
    if (is_used(rest.substr(0, rest.find(' ')), WordUse::kStop)) return name.substr(0, at);
  }
  return name;
}

// "Jane Doe, MD. Reviewed by John Doe" → "Jane Doe, MD."
std::string_view before_end(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find(' ', at), text.size());
    if (is_used(text.substr(at, end - at), WordUse::kEnd)) return text.substr(0, at);
    at = end + 1;
  }
  return text;
}

void add_name(std::vector<std::string>& names, std::string_view name) {
  const bool known = std::any_of(names.begin(), names.end(), [&](const std::string& other) {
    return base::equals_ignore_case(other, name);
  });
  if (!known && names.size() < kMaxNames) names.emplace_back(name);
}

// First bytes of what may be the same letter in two cases: those are both in ASCII, or both past
// it.
bool may_be_alike(char a, char b) {
  return base::lower(a) == base::lower(b) || (a & b & 0x80) != 0;
}

// `text` begins with `lead`, in any case.
bool begins_with(std::string_view text, std::string_view lead) {
  if (text.size() < lead.size() || !may_be_alike(text[0], lead[0])) return false;
  const std::string_view start = text.substr(0, lead.size());
  return start == lead || (base::valid_utf8_prefix(start) == start.size() &&
                           base::word_hash(start) == base::word_hash(lead));
}

}  // namespace

std::size_t byline_lead(std::string_view text) {
  std::size_t longest = 0;
  for (const AuthorWord& row : kWords) {
    if (row.use != WordUse::kLead || row.word.size() <= longest) continue;
    if (!begins_with(text, row.word)) continue;
    const std::string_view rest = text.substr(row.word.size());
    const bool ends = rest.starts_with(':') || rest.starts_with("\uff1a") ||
                      rest.starts_with("\u00a0") || rest.starts_with(' ') || rest.starts_with('/');
    std::size_t name = rest.find_first_not_of(" :/");
    if (rest.starts_with("\uff1a")) name = std::string_view("\uff1a").size();
    if (ends && name < rest.size()) longest = row.word.size() + name;
  }
  return longest;
}

bool is_byline_lead(std::string_view text) {
  while (text.ends_with(':') || text.ends_with(' ')) text.remove_suffix(1);
  return std::any_of(std::begin(kWords), std::end(kWords), [&](const AuthorWord& row) {
    return row.use == WordUse::kLead && text.size() == row.word.size() &&
           begins_with(text, row.word);
  });
}

// A word in lower case that is no particle: "educators at the university" is no name.
bool has_common_word(std::string_view part) {
  constexpr std::size_t kParticle = 3;
  for (std::string_view rest = part; !rest.empty();) {
    const std::string_view word = rest.substr(0, rest.find(' '));
    rest.remove_prefix(std::min(word.size() + 1, rest.size()));
    if (word.size() > kParticle && !may_begin_name(word)) return true;
  }
  return false;
}

// Two to four words, each with a capital but for "de", "van" and the like.
bool is_person(std::string_view name) {
  constexpr std::ptrdiff_t kMostWords = 4;
  const std::ptrdiff_t words = std::count(name.begin(), name.end(), ' ') + 1;
  return words >= 2 && words <= kMostWords && name.find(':') == std::string_view::npos &&
         may_begin_name(name.substr(name.rfind(' ') + 1)) && !has_common_word(name);
}

std::string without_dates(std::string_view text) {
  std::string out;
  std::size_t from = 0;
  for (std::optional<FoundDate> found = find_date(text, DayOrder::kDayFirst); found;
       found = find_date(text, DayOrder::kDayFirst, from)) {
    out += text.substr(from, found->begin - from);
    out += '|';
    from = found->end;
  }
  return out + std::string(text.substr(from));
}

bool is_account(std::string_view text, std::string_view href) {
  constexpr std::size_t kLongest = 40;
  constexpr std::size_t kShortest = 2;
  const auto letters = [](std::string_view of) {
    std::string out;
    for (const char c : of) {
      if (base::is_alpha(c) || base::is_digit(c)) out += base::lower(c);
    }
    return out;
  };
  const std::string name = letters(text);
  return name.size() >= kShortest && text.size() <= kLongest && !is_address(text) &&
         !has_any(text, WordUse::kJunk) && text.find(' ') == std::string_view::npos &&
         letters(href).find(name) != std::string::npos;
}

std::vector<std::string> people_in(std::string_view text) {
  if (text.find_first_of(":*") != std::string_view::npos) return {};
  std::vector<std::string> names = names_in(text, NameText::kShown);
  const bool people = std::all_of(names.begin(), names.end(), is_person);
  return people ? names : std::vector<std::string>();
}

bool hold_person(const std::vector<std::string>& names) {
  return std::any_of(names.begin(), names.end(), is_person);
}

std::vector<std::string> names_in(std::string_view raw, NameText kind) {
  if (raw.size() > kMaxBytes || raw.find("://") != std::string_view::npos) return {};
  const std::string decoded = normal_text(decode_references(raw));
  std::string_view text = decoded;
  text.remove_prefix(byline_lead(text));
  const bool shown = kind == NameText::kShown;
  if (shown) text = before_end(text);
  std::vector<std::string> names;
  for (std::string_view part : parts_of(text)) {
    part = trim_marks(part);
    part.remove_prefix(byline_lead(part));
    if (shown) part = before_stop(part);
    if (part.empty()) continue;
    const bool more = !names.empty();
    if (more && (has_any(part, WordUse::kRole) || is_degree(part))) continue;
    const bool name = !(shown && has_digit(part)) && is_name(part, kind) && !is_byline_lead(part);
    if (shown && more && (!name || has_common_word(part))) break;  // a date, a place of work
    if (name) add_name(names, part);
  }
  return names;
}

}  // namespace thresh::metadata
