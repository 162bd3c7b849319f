#include "batch/names.hpp"

#include "base/ascii.hpp"
#include "base/utf8.hpp"

namespace thresh::batch {
namespace {

constexpr std::string_view kGzipEnding = ".gz";
constexpr std::string_view kPageEndings[] = {".html", ".htm", ".xhtml"};

std::string_view without_ending(std::string_view name, std::string_view ending) {
  if (name.size() < ending.size()) return name;
  const std::string_view rest = name.substr(0, name.size() - ending.size());
  const bool has_stem = !rest.empty() && rest.back() != '/';
  return has_stem && base::equals_ignore_case(name.substr(rest.size()), ending) ? rest : name;
}

std::string_view without_html_ending(std::string_view name) {
  for (const std::string_view ending : kPageEndings) {
    const std::string_view stem = without_ending(name, ending);
    if (stem.size() < name.size()) return stem;
  }
  return name;
}

void append_escaped(std::string& out, unsigned char byte) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  out += "\\x";
  out += kDigits[byte >> 4];
  out += kDigits[byte & 15];
}

}  // namespace

bool is_page_name(std::string_view name) {
  const std::string_view unzipped = without_ending(name, kGzipEnding);
  return without_html_ending(unzipped).size() < unzipped.size();
}

std::string_view without_page_ending(std::string_view name) {
  return without_html_ending(without_ending(name, kGzipEnding));
}

std::string_view last_part(std::string_view path) {
  while (path.size() > 1 && path.back() == '/') path.remove_suffix(1);
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos || path.size() == 1 ? path : path.substr(slash + 1);
}

std::string printable(std::string_view name) {
  std::string out;
  while (!name.empty()) {
    const std::size_t valid = base::valid_utf8_prefix(name);
    for (std::size_t at = 0; at < valid;) {
      const std::size_t begin = at;
      const char32_t c = base::next_code_point(name, at);
      if (c < 0x20 || (c >= 0x7F && c < 0xA0)) {
        append_escaped(out, static_cast<unsigned char>(c));
      } else {
        out += name.substr(begin, at - begin);
      }
    }
    name.remove_prefix(valid);
    if (name.empty()) break;
    append_escaped(out, static_cast<unsigned char>(name.front()));
    name.remove_prefix(1);
  }
  return out;
}

}  // namespace thresh::batch
