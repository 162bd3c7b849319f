#include "golden/harness/compare.hpp"

#include <algorithm>
#include <iterator>
#include <vector>

#include "base/ascii.hpp"
#include "support/words.hpp"

namespace thresh::golden {
namespace {

constexpr std::size_t kLinesShown = 3;
constexpr std::string_view kNoBreakSpace = "\u00a0";

std::vector<std::string_view> lines(std::string_view text) {
  std::vector<std::string_view> list;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    list.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return list;
}

void append_lines(std::string& out, char sign, const std::vector<std::string_view>& list,
                  std::size_t first) {
  const std::size_t end = std::min(first + kLinesShown, list.size());
  for (std::size_t i = first; i < end; ++i) {
    out += {'\n', sign, ' '};
    out += list[i];
  }
}

std::string single_spaces(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const bool no_break = text.substr(i, kNoBreakSpace.size()) == kNoBreakSpace;
    const bool space = no_break || base::is_space(text[i]);
    if (!space) out += text[i];
    if (space && !out.empty() && out.back() != ' ') out += ' ';
    i += no_break ? kNoBreakSpace.size() : 1;
  }
  return out;
}

}  // namespace

std::string first_difference(std::string_view expected, std::string_view actual) {
  if (expected == actual) return {};
  const std::vector<std::string_view> a = lines(expected);
  const std::vector<std::string_view> b = lines(actual);
  const auto differs = std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first;
  const auto first = static_cast<std::size_t>(differs - a.begin());
  std::string out = "line " + std::to_string(first + 1) + ":";
  append_lines(out, '-', a, first);
  append_lines(out, '+', b, first);
  return out;
}

double word_f1(std::string_view gold, std::string_view actual) {
  std::vector<std::string> a = test::words(gold);
  std::vector<std::string> b = test::words(actual);
  if (a.empty() && b.empty()) return 1;
  std::sort(a.begin(), a.end());
  std::sort(b.begin(), b.end());
  std::vector<std::string> shared;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(shared));
  return 2.0 * static_cast<double>(shared.size()) / static_cast<double>(a.size() + b.size());
}

bool contains_phrase(std::string_view text, std::string_view phrase) {
  return single_spaces(text).find(single_spaces(phrase)) != std::string::npos;
}

}  // namespace thresh::golden
