#include "write/html_escape.hpp"

#include <algorithm>
#include <cstddef>

namespace thresh::writers {
namespace {

std::string_view reference(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    default:
      return {};
  }
}

}  // namespace

void append_html_text(std::string& out, std::string_view text) {
  std::size_t copied = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::string_view escaped = reference(text[at]);
    if (escaped.empty()) continue;
    out.append(text, copied, at - copied);
    out += escaped;
    copied = at + 1;
  }
  out.append(text, copied);
}

void append_html_attribute(std::string& out, std::string_view name, std::string_view value) {
  out += ' ';
  out += name;
  out += "=\"";
  append_html_text(out, value);
  out += '"';
}

}  // namespace thresh::writers
