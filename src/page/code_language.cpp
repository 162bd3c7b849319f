#include "page/code_language.hpp"

#include <algorithm>
#include <iterator>

#include "base/ascii.hpp"
#include "page/attribute_value.hpp"

namespace thresh::page {
namespace {

// What class names begin with, before the language. Longer prefixes stand before their own.
struct Prefix {
  std::string_view text;
  bool around;  // also on elements around the code, where names are less telling
};
constexpr Prefix kPrefixes[] = {
    {"language-", true},
    {"lang-", false},
    {"brush:", false},            // SyntaxHighlighter: the language may be the next word
    {"highlight-source-", true},  // GitHub
    {"highlight-text-", true},
    {"highlight-", true},  // Sphinx
    {"code-", false},
};

constexpr std::string_view kNextWordIsLanguage[] = {"brush:", "sourceCode", "hljs"};

constexpr std::string_view kNoLanguage[] = {"auto",        "block", "box",       "default",
                                            "nohighlight", "none",  "plain",     "plaintext",
                                            "text",        "txt",   "undefined", "wrapper"};

constexpr std::size_t kLongestLanguage = 24;
constexpr int kLevelsAround = 3;
constexpr std::size_t kBytesOfClass = 256;  // elements around are read once for each <pre> in them

bool is_language(std::string_view name) {
  if (name.empty() || name.size() > kLongestLanguage || !base::is_alpha(name[0])) return false;
  const bool word = std::all_of(name.begin(), name.end(), [](char c) {
    return base::is_alpha(c) || base::is_digit(c) || c == '+' || c == '#' || c == '-' || c == '_' ||
           c == '.';
  });
  return word && std::none_of(std::begin(kNoLanguage), std::end(kNoLanguage),
                              [&](auto no) { return base::equals_ignore_case(name, no); });
}

bool names_language_next(std::string_view word) {
  return std::find(std::begin(kNextWordIsLanguage), std::end(kNextWordIsLanguage), word) !=
         std::end(kNextWordIsLanguage);
}

std::string_view language_in_class(std::string_view list, bool around) {
  std::string_view language;
  bool next = false;
  any_word(list, [&](std::string_view word) {
    std::string_view name = next ? word : std::string_view();
    for (const Prefix& prefix : kPrefixes) {
      if (around && !prefix.around) continue;
      if (!base::starts_with_ignore_case(word, prefix.text)) continue;
      name = word.substr(prefix.text.size());
      break;
    }
    name = name.substr(0, name.find(';'));
    next = !around && names_language_next(word);
    if (is_language(name)) language = name;
    return !language.empty();
  });
  return language;
}

std::string_view language_on(const Dom& dom, const DomNode& element, bool around) {
  const std::string_view data_lang = head_of(dom.attribute(element, Attribute::kDataLang));
  if (is_language(data_lang)) return data_lang;
  const std::string_view classes = head_of(dom.attribute(element, Attribute::kClass));
  return language_in_class(classes.substr(0, kBytesOfClass), around);
}

}  // namespace

std::string_view code_language(const Dom& dom, std::uint32_t pre) {
  std::string_view language = language_on(dom, dom.nodes[pre], false);
  for (std::uint32_t i = pre + 1; language.empty() && i < dom.nodes[pre].end; ++i) {
    if (dom.nodes[i].tag == Tag::kText) continue;
    if (dom.nodes[i].tag == Tag::kCode) language = language_on(dom, dom.nodes[i], false);
    break;
  }
  std::uint32_t around = dom.nodes[pre].parent;
  for (int level = 0; language.empty() && level < kLevelsAround && around != kNoNode; ++level) {
    language = language_on(dom, dom.nodes[around], true);
    around = dom.nodes[around].parent;
  }
  return language;
}

}  // namespace thresh::page
