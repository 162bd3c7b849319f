#include "judge/hints.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <unordered_map>

#include "base/ascii.hpp"

namespace thresh::judge {
namespace {

struct HintRow {
  std::string_view token;
  Label label;
};
constexpr HintRow kRows[] = {
#define THRESH_HINT(token, label) {token, Label::label},
#include "judge/class_hints.inc"
#undef THRESH_HINT
};

constexpr std::size_t kMaxTokenLength = [] {
  std::size_t longest = 0;
  for (const HintRow& row : kRows) longest = std::max(longest, row.token.size());
  return longest;
}();

// Most tokens are in no row: length and first letter tell that of nearly all of them.
class HintTable {
 public:
  HintTable() {
    for (const HintRow& row : kRows) {
      rows_.emplace(row.token, row.label);
      starts_[row.token.size()] |= bit_of(row.token[0]);
    }
  }

  // Null if there is no row. token: at most kMaxTokenLength, in lower case.
  const Label* find(std::string_view token) const {
    if ((starts_[token.size()] & bit_of(token[0])) == 0) return nullptr;
    const auto row = rows_.find(token);
    return row == rows_.end() ? nullptr : &row->second;
  }

 private:
  static std::uint32_t bit_of(char c) { return 1U << (static_cast<unsigned char>(c) % 32); }

  std::unordered_map<std::string_view, Label> rows_;
  std::array<std::uint32_t, kMaxTokenLength + 1> starts_{};  // of each length, a bit a letter
};

const HintTable& hint_table() {
  static const HintTable table;
  return table;
}

LabelSet tag_hint(page::Tag tag) {
  struct Row {
    page::Tag tag;
    Label label;
  };
  constexpr Row kTags[] = {
      {page::Tag::kArticle, Label::kParagraph},  {page::Tag::kMain, Label::kParagraph},
      {page::Tag::kNav, Label::kNavigation},     {page::Tag::kMenu, Label::kNavigation},
      {page::Tag::kSearch, Label::kNavigation},  {page::Tag::kFooter, Label::kOther},
      {page::Tag::kAside, Label::kOther},        {page::Tag::kDialog, Label::kOther},
      {page::Tag::kFigcaption, Label::kCaption}, {page::Tag::kAddress, Label::kByline},
  };
  LabelSet hints;
  for (const Row& row : kTags) {
    if (row.tag == tag) hints.add(row.label);
  }
  return hints;
}

bool is_token_character(char c) { return base::is_alpha(c) || base::is_digit(c); }

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

// Past the token that starts at `at`.
std::size_t token_end(std::string_view value, std::size_t at) {
  std::size_t end = at + 1;
  while (end < value.size() && is_token_character(value[end]) &&
         !(is_upper(value[end]) && is_lower(value[end - 1]))) {
    ++end;
  }
  return end;
}

LabelSet own_hints(const page::Document& document, const page::Container& container) {
  LabelSet hints = tag_hint(container.tag);
  for (std::uint32_t i = 0; i < container.attribute_count; ++i) {
    const page::ContainerAttribute& attribute = document.attributes[container.first_attribute + i];
    switch (attribute.name) {
      case page::Attribute::kClass:
      case page::Attribute::kId:
      case page::Attribute::kRole:
      case page::Attribute::kItemprop:
      case page::Attribute::kDataTestid:
        hints.add(hints_in(document.str(attribute.value)));
        break;
      default:
        break;
    }
  }
  return hints;
}

}  // namespace

LabelSet hints_in(std::string_view value) {
  LabelSet hints;
  const HintTable& table = hint_table();
  std::array<char, kMaxTokenLength> token;
  for (std::size_t at = 0; at < value.size();) {
    if (!is_token_character(value[at])) {
      ++at;
      continue;
    }
    const std::size_t end = token_end(value, at);
    if (end - at <= token.size()) {
      for (std::size_t i = at; i < end; ++i) token[i - at] = base::lower(value[i]);
      const Label* label = table.find(std::string_view(token.data(), end - at));
      if (label != nullptr) hints.add(*label);
    }
    at = end;
  }
  return hints;
}

std::vector<LabelSet> container_hints(const page::Document& document,
                                      const std::vector<std::uint32_t>& looks) {
  std::vector<LabelSet> hints;
  hints.reserve(document.containers.size());
  for (std::uint32_t c = 0; c < document.containers.size(); ++c) {
    hints.push_back(looks[c] == c ? own_hints(document, document.containers[c]) : hints[looks[c]]);
  }
  return hints;
}

std::vector<LabelSet> inherit_hints(const page::Document& document, const BlockSums& sums,
                                    const std::vector<LabelSet>& hints) {
  // A container with this share of the prose or of all words holds the body.
  constexpr double kBodyProseShare = 0.4;
  constexpr double kBodyWordShare = 0.7;
  std::vector<LabelSet> inherited(hints.size());
  const Totals page = sums.page();
  for (std::uint32_t i = 1; i < document.containers.size(); ++i) {
    const Totals own = sums.of(document.containers[i]);
    const bool holds_body = page.prose_words > 0
                                ? own.prose_words >= kBodyProseShare * page.prose_words
                                : own.words >= kBodyWordShare * page.words;
    if (holds_body) {
      if (hints[i].has(Label::kParagraph)) inherited[i].add(Label::kParagraph);
      continue;
    }
    inherited[i] = inherited[document.containers[i].parent];
    inherited[i].add(hints[i]);
  }
  return inherited;
}

}  // namespace thresh::judge
