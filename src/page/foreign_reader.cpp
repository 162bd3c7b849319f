#include "page/foreign_reader.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "page/markup_rules.hpp"

namespace thresh::page {
namespace {

constexpr std::size_t kDeepest = 256;

// Gumbo compares names of foreign elements as they stand in their tags, and where a name ends there
// is not always where it ends for the tokenizer.
bool is_plain(std::string_view name) {
  return std::all_of(name.begin(), name.end(), [](char c) {
    return base::is_alpha(c) || base::is_digit(c) || c == '-' || c == ':' || c == '_' || c == '.';
  });
}

}  // namespace

std::optional<std::size_t> ForeignReader::end_of_svg(std::size_t begin) {
  return read(begin, true);
}

bool ForeignReader::math_is_plain(std::size_t begin) { return read(begin, false).has_value(); }

std::optional<std::size_t> ForeignReader::read(std::size_t begin, bool svg) {
  svg_ = svg;
  in_html_text_ = false;
  open_.assign(1, svg ? "svg" : "math");
  lexer_.seek(begin);
  while (!open_.empty()) {
    lexer_.next(token_, true);
    bool safe = true;
    switch (token_.kind) {
      case Token::kStartTag:
        safe = start_tag();
        break;
      case Token::kEndTag:
        safe = end_tag();
        break;
      case Token::kCdata:
        safe = svg_ && !in_html_text_;
        break;
      case Token::kNothing:  // sticks to the tag behind it, whose name Gumbo then misreads
        safe = false;
        break;
      case Token::kEnd:
        if (!svg_) return std::nullopt;
        return token_.end;
      case Token::kComment:
      case Token::kDoctype:
        break;
    }
    if (!safe) return std::nullopt;
  }
  return token_.end;
}

bool ForeignReader::start_tag() {
  if (in_html_text_ || !is_plain(token_.name) || !is_safe_in_foreign()) return false;
  if (token_.self_closing) return true;
  if (open_.size() == kDeepest) return false;
  open_.push_back(token_.name);
  in_html_text_ = markup_name(token_.name)->has(svg_ ? kHoldsHtmlInSvg : kHoldsHtmlInMath);
  return true;
}

bool ForeignReader::is_safe_in_foreign() const {
  const MarkupRule& rule = *markup_name(token_.name).rule;
  if (svg_) {
    return !rule.has(kBreaksOut) && rule.kind != MarkupKind::kMath &&
           !base::equals_ignore_case(token_.name, "foreignobject");
  }
  const bool no_row = rule.kind == MarkupKind::kOrdinary && rule.traits == 0 &&
                      rule.start_closes == StartCloses::kNothing;
  const bool holds_html = rule.has(kHoldsHtmlInMath);
  return no_row || (holds_html && !base::equals_ignore_case(token_.name, "annotation-xml"));
}

bool ForeignReader::end_tag() {
  const std::size_t bare_length = token_.name.size() + std::string_view("</>").size();
  if (!is_plain(token_.name) || token_.end - token_.begin != bare_length) return false;
  const auto same = [this](std::string_view name) {
    return base::equals_ignore_case(name, token_.name);
  };
  const auto match = std::find_if(open_.rbegin(), open_.rend(), same);
  if (match == open_.rend()) return false;
  const bool must_be_innermost = in_html_text_ || !svg_;
  if (must_be_innermost && match != open_.rbegin()) return false;
  open_.erase(match.base() - 1, open_.end());
  in_html_text_ = false;
  return true;
}

}  // namespace thresh::page
