#include "metadata/date_words.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/ascii.hpp"
#include "base/utf8.hpp"
#include "base/words.hpp"

namespace thresh::metadata {
namespace {

struct Months {
  std::string_view names[12];  // parted by spaces
};
constexpr Months kLanguages[] = {
#define THRESH_MONTHS(language, ...) {{__VA_ARGS__}},
#include "metadata/month_names.inc"
#undef THRESH_MONTHS
};

using Names = std::vector<std::pair<std::uint32_t, int>>;  // hash of the name, month

Names hashed_names() {
  Names names;
  for (const Months& language : kLanguages) {
    for (int month = 0; month < 12; ++month) {
      std::string_view rest = language.names[month];
      while (!rest.empty()) {
        const std::string_view name = rest.substr(0, rest.find(' '));
        names.emplace_back(base::word_hash(name), month + 1);
        rest.remove_prefix(std::min(name.size() + 1, rest.size()));
      }
    }
  }
  std::sort(names.begin(), names.end());
  return names;
}

// 0 if the word is no month.
int month_of(std::string_view word) {
  static const Names names = hashed_names();
  const std::uint32_t hash = base::word_hash(word);
  const auto found = std::lower_bound(names.begin(), names.end(), std::pair(hash, 0));
  return found != names.end() && found->first == hash ? found->second : 0;
}

// Decimal digits of the scripts whose texts have dates in them; -1 for anything else.
int digit_value(char32_t c) {
  constexpr char32_t kZeros[] = {U'0',   0x0660, 0x06F0, 0x0966, 0x09E6, 0x0A66, 0x0AE6,
                                 0x0BE6, 0x0C66, 0x0CE6, 0x0D66, 0x0E50, 0x1040, 0xFF10};
  for (const char32_t zero : kZeros) {
    if (c >= zero && c < zero + 10) return static_cast<int>(c - zero);
    if (c < 0x80) break;
  }
  return -1;
}

bool is_space(char32_t c) {
  return (c < 0x80 && base::is_space(static_cast<char>(c))) || c == 0xA0 || c == 0x202F ||
         c == 0x3000 || (c >= 0x2000 && c <= 0x200F);
}

// Scripts that write words without spaces, in which "年" and "月" stand for themselves.
bool is_cjk(char32_t c) {
  return (c >= 0x3040 && c <= 0x30FF) || (c >= 0x3400 && c <= 0x9FFF) ||
         (c >= 0xAC00 && c <= 0xD7AF);
}

bool is_letter(char32_t c) {
  if (c < 0x80) return base::is_alpha(static_cast<char>(c));
  return c >= 0xC0 && !is_space(c) && !(c >= 0x2010 && c <= 0x206F) &&
         !(c >= 0x3000 && c <= 0x303F) && !(c >= 0xFF00 && c <= 0xFF0F) && c != 0x060C &&
         digit_value(c) < 0;
}

bool is_ascii(char32_t c, char from, char to) {
  return c >= static_cast<char32_t>(from) && c <= static_cast<char32_t>(to);
}

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  bool next(DateToken& token) {
    token = {};
    std::size_t after = skip_space(token);
    if (at_ >= text_.size()) return false;
    const std::size_t begin = at_;
    const char32_t first = base::next_code_point(text_, after);
    token.sign = first;
    at_ = after;
    if (digit_value(first) >= 0) {
      read_number(token, first);
    } else if (is_cjk(first)) {
      token.type = DateTokenType::kSign;
    } else if (is_letter(first)) {
      token.type = DateTokenType::kWord;
      take_word(first);
    }
    token.text = text_.substr(begin, at_ - begin);
    if (token.type == DateTokenType::kWord) {
      token.value = month_of(token.text);
      if (token.value > 0) token.type = DateTokenType::kMonth;
    }
    return true;
  }

 private:
  std::size_t skip_space(DateToken& token) {
    const std::size_t begin = at_;
    take_while(is_space);
    token.spaced = at_ > begin;
    return at_;
  }

  template <class Test>
  void take_while(Test test) {
    while (at_ < text_.size()) {
      std::size_t after = at_;
      if (!test(base::next_code_point(text_, after))) return;
      at_ = after;
    }
  }

  // Up to a capital behind a small letter: pages glue "Health" and "DECEMBER 22".
  void take_word(char32_t last) {
    take_while([&](char32_t c) {
      const bool glued = is_ascii(c, 'A', 'Z') && is_ascii(last, 'a', 'z');
      last = c;
      return is_letter(c) && !is_cjk(c) && !glued;
    });
  }

  void read_number(DateToken& token, char32_t first) {
    constexpr int kMostDigits = 9;
    int digits = 1;
    int value = digit_value(first);
    take_while([&](char32_t c) {
      const int digit = digit_value(c);
      if (digit < 0) return false;
      if (++digits <= kMostDigits) value = value * 10 + digit;
      return true;
    });
    token.type = digits <= kMostDigits ? DateTokenType::kNumber : DateTokenType::kWord;
    token.digits = static_cast<std::uint8_t>(std::min(digits, 100));
    token.value = digits <= kMostDigits ? value : 0;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<DateToken> date_tokens(std::string_view text) {
  std::vector<DateToken> tokens;
  Reader reader(text);
  DateToken token;
  while (tokens.size() < kMaxDateTokens && reader.next(token)) tokens.push_back(token);
  return tokens;
}

}  // namespace thresh::metadata
