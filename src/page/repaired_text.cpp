#include "page/repaired_text.hpp"

#include <algorithm>
#include <string>

#include "base/utf8.hpp"
#include "page/character_reference.hpp"

namespace thresh::page {
namespace {

constexpr char kLead = '\xC2';  // in UTF-8 each C1 control is this byte and itself
constexpr std::size_t kLength = 2;

bool is_c1(char32_t c) { return c >= 0x80 && c <= 0x9F; }

// The first C1 control from `at` on that stands for another character; npos if there is none.
std::size_t find_c1(std::string_view text, std::size_t at) {
  for (; (at = text.find(kLead, at)) != std::string_view::npos; ++at) {
    if (at + 1 == text.size()) return std::string_view::npos;
    const auto c = static_cast<unsigned char>(text[at + 1]);
    if (is_c1(c) && !is_c1(code_point_of_number(c))) return at;
  }
  return at;
}

std::size_t count_c1(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; (at = find_c1(text, at)) != std::string_view::npos; at += kLength) {
    ++count;
  }
  return count;
}

constexpr std::string_view kCdata = "<![CDATA[";

void unmake_cdata(char* begin, const char* end) {
  const std::string_view text(begin, static_cast<std::size_t>(end - begin));
  for (std::size_t at = 0; (at = text.find(kCdata, at)) != std::string_view::npos; ++at) {
    begin[at + kCdata.find('C')] = 'c';
  }
}

}  // namespace

std::optional<RepairedText> RepairedText::make(std::string_view page, base::Arena& arena) {
  RepairedText out;
  out.text_ = page;
  const std::size_t count = count_c1(page);
  if (count == 0 && page.find(kCdata) == std::string_view::npos) return out;
  char* const begin = static_cast<char*>(arena.allocate(page.size() + count));
  if (begin == nullptr) return std::nullopt;
  out.grown_.reserve(count);
  char* write = begin;
  std::string character;
  for (std::size_t at = 0; at < page.size();) {
    const std::size_t c1 = std::min(find_c1(page, at), page.size());
    write = std::copy(page.begin() + at, page.begin() + c1, write);
    at = c1;
    if (at == page.size()) break;
    character.clear();
    base::append_code_point(character,
                            code_point_of_number(static_cast<unsigned char>(page[at + 1])));
    write = std::copy(character.begin(), character.end(), write);
    if (character.size() > kLength) out.grown_.push_back(static_cast<std::uint32_t>(write - begin));
    at += kLength;
  }
  unmake_cdata(begin, write);
  out.text_ = {begin, static_cast<std::size_t>(write - begin)};
  return out;
}

std::uint32_t RepairedText::source_offset(std::size_t offset) const {
  const auto behind = std::upper_bound(grown_.begin(), grown_.end(), offset);
  return static_cast<std::uint32_t>(offset - static_cast<std::size_t>(behind - grown_.begin()));
}

}  // namespace thresh::page
