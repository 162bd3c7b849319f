#include "oracle/comparison.hpp"

#include "base/utf8.hpp"

namespace thresh::oracle {
namespace {

// Gumbo replaces C1 controls by U+FFFD, thresh by what windows-1252 has there: the trees are
// compared without them.
std::string without_c1_controls(std::string_view page) {
  std::string out;
  for (std::size_t at = 0; at < page.size();) {
    const char32_t c = base::next_code_point(page, at);
    if (c < 0x80 || c > 0x9F) base::append_code_point(out, c);
  }
  return out;
}

// Plain Gumbo ends the process by an assertion where text follows a CDATA section in <math> in a
// table; with a comment between it does not.
std::string with_comments_behind_cdata(std::string page) {
  constexpr std::string_view kEnd = "]]>";
  constexpr std::string_view kComment = "<!---->";
  for (std::size_t at = 0; (at = page.find(kEnd, at)) != std::string::npos;) {
    at += kEnd.size();
    page.insert(at, kComment);
  }
  return page;
}

}  // namespace

void Comparison::add(std::string_view text, const std::string& name) {
  const std::string page = with_comments_behind_cdata(without_c1_controls(text));
  ++pages;
  base::Arena arena(std::size_t{1} << 30);
  const Result<page::Dom> dom = page::parse(page, arena, base::Deadline(0));
  if (!dom) {
    ++refused;
    return;
  }
  if (dom->whole_page) {
    ++fell_back;
    return;
  }
  if (dom->has_cut) {
    ++cut;
    return;
  }
  ++compared;
  GumboBugs bugs;
  const CanonicalTree expected = canonical_by_gumbo(page, bugs);
  const CanonicalTree actual = canonical(*dom);
  if (bugs.names > 0) ++with_gumbo_bug;
  if (actual == expected) return;
  ++wrong;
  if (first_wrong.empty()) {
    first_wrong = name + ": skeleton, then whole page:\n" + first_difference(actual, expected);
  }
}

std::string Comparison::summary() const {
  return std::to_string(pages) + " pages: " + std::to_string(compared) + " compared, " +
         std::to_string(wrong) + " wrong, " + std::to_string(fell_back) + " fell back, " +
         std::to_string(refused) + " refused, " + std::to_string(cut) +
         " with a text that ends with its noscript, " + std::to_string(with_gumbo_bug) +
         " where Gumbo's own bug is left out";
}

}  // namespace thresh::oracle
