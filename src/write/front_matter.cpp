#include "write/front_matter.hpp"

#include "base/json_writer.hpp"
#include "write/fields.hpp"

namespace thresh::writers {
namespace {

// A JSON string is a YAML string as well, whatever it holds.
void append_line(std::string& out, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  out += name;
  out += ": ";
  base::append_json_string(out, value);
  out += '\n';
}

void append_authors(std::string& out, const std::vector<std::string>& authors) {
  if (authors.empty()) return;
  out += "authors:\n";
  for (const std::string& author : authors) {
    out += "  - ";
    base::append_json_string(out, author);
    out += '\n';
  }
}

}  // namespace

void append_front_matter(std::string& out, const Article& article) {
  constexpr std::string_view kRule = "---\n";
  const std::size_t start = out.size();
  out += kRule;
  for (const MetadataField& row : kMetadataFields) {
    append_line(out, row.name, (article.metadata.*row.field).value);
  }
  append_authors(out, article.metadata.authors);
  append_line(out, "url", article.url);
  if (out.size() == start + kRule.size()) {
    out.resize(start);
    return;
  }
  out += kRule;
  out += '\n';
}

}  // namespace thresh::writers
