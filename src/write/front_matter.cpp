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

void append_list(std::string& out, std::string_view name, const std::vector<std::string>& values) {
  if (values.empty()) return;
  out += name;
  out += ":\n";
  for (const std::string& value : values) {
    out += "  - ";
    base::append_json_string(out, value);
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
  for (const MetadataList& row : kMetadataLists) {
    append_list(out, row.name, (article.metadata.*row.field).values);
  }
  if (article.metadata.access.value != Access::kUnknown) {
    append_line(out, "access", access_name(article.metadata.access.value));
  }
  append_line(out, "url", article.url);
  if (out.size() == start + kRule.size()) {
    out.resize(start);
    return;
  }
  out += kRule;
  out += '\n';
}

}  // namespace thresh::writers
