#include "cli/output_names.hpp"

#include <algorithm>

#include "batch/files.hpp"
#include "batch/names.hpp"
#include "batch/url_list.hpp"

namespace thresh::cli {
namespace {

constexpr std::string_view kAwkward = "/\\?&:*\"'<>|#$;!()[]{} ";  // in names of files
constexpr std::size_t kNumberBytes = 11;                           // "-" and the digits of an int

// Not in the middle of a character.
std::string_view cut(std::string_view text, std::size_t max_bytes) {
  if (text.size() <= max_bytes) return text;
  while (max_bytes > 0 && (text[max_bytes] & 0xC0) == 0x80) --max_bytes;
  return text.substr(0, max_bytes);
}

// "https://example.org/a/story.html?p=2" → "example.org_a_story.html_p=2"
std::string url_stem(std::string_view url) {
  url.remove_prefix(url.find("//") + 2);
  while (url.ends_with('/')) url.remove_suffix(1);
  std::string stem = batch::printable(batch::without_page_ending(url));
  for (char& c : stem) {
    if (kAwkward.find(c) != std::string_view::npos) c = '_';
  }
  return stem;
}

std::string stem_of(std::string_view id, std::size_t max_bytes) {
  if (id == batch::kStandardInput) return "stdin";
  std::string stem = batch::is_url(id) ? url_stem(id) : batch::printable(batch::last_part(id));
  std::replace(stem.begin(), stem.end(), '/', '_');
  std::replace(stem.begin(), stem.end(), '\\', '_');
  if (stem.empty()) return "page";
  if (stem.front() == '.' || stem.front() == '-') stem.front() = '_';
  return std::string(cut(stem, max_bytes));
}

}  // namespace

std::string OutputNames::next(std::string_view id) {
  const std::string stem = stem_of(id, kMaxNameBytes - extension_.size() - kNumberBytes);
  std::string name = stem;
  int& number = used_[stem];
  if (number++ > 0) {
    // Another page may be called "a-2" itself.
    do {
      name = stem + "-" + std::to_string(number);
    } while (used_.contains(name) && ++number > 0);
    used_[name] = 1;
  }
  return name + extension_;
}

}  // namespace thresh::cli
