// Bare values by name: the metadata fields, and the rows below.
#include <array>
#include <charconv>
#include <cstddef>
#include <iterator>

#include "thresh/write.hpp"
#include "write/fields.hpp"

namespace thresh {
namespace {

using writers::kMetadataFields;
using writers::kMetadataLists;
using writers::MetadataField;
using writers::MetadataList;

std::string joined(const std::vector<std::string>& values) {
  std::string out;
  for (const std::string& value : values) {
    if (!out.empty()) out += ", ";
    out += value;
  }
  return out;
}

std::string page_type(const Article& article) {
  return article.page_type ? std::string(page_type_name(*article.page_type)) : std::string();
}

std::string confidence(const Article& article) {
  if (!article.confidence) return {};
  char digits[32];
  const auto end = std::to_chars(std::begin(digits), std::end(digits), *article.confidence,
                                 std::chars_format::general, 4);
  return {digits, end.ptr};
}

struct Property {
  std::string_view name;
  std::string (*value)(const Article&);
};
constexpr Property kProperties[] = {
    {"access",
     [](const Article& article) {
       return std::string(access_name(article.metadata.access.value));
     }},
    {"url", [](const Article& article) { return article.url; }},
    {"text", [](const Article& article) { return plain_text(article); }},
    {"word_count", [](const Article& article) { return std::to_string(article.word_count); }},
    {"verdict", [](const Article& article) { return std::string(verdict_name(article.verdict)); }},
    {"confidence", confidence},
    {"page_type", page_type},
    {"charset", [](const Article& article) { return article.charset.name; }},
};

// Calls `use` with each name, in the order in which they are listed.
template <class Use>
constexpr void for_each_name(Use use) {
  for (const MetadataField& row : kMetadataFields) use(row.name);
  for (const MetadataList& row : kMetadataLists) use(row.name);
  for (const Property& row : kProperties) use(row.name);
}

constexpr std::size_t kNamesSize = [] {
  std::size_t size = 0;
  for_each_name([&](std::string_view name) { size += name.size() + 1; });
  return size - 1;
}();

constexpr std::array<char, kNamesSize> kNames = [] {
  std::array<char, kNamesSize> names{};
  std::size_t at = 0;
  for_each_name([&](std::string_view name) {
    if (at > 0) names[at++] = ',';
    for (const char c : name) names[at++] = c;
  });
  return names;
}();

}  // namespace

std::optional<std::string> property(const Article& article, std::string_view name) {
  for (const MetadataField& row : kMetadataFields) {
    if (row.name == name) return (article.metadata.*row.field).value;
  }
  for (const MetadataList& row : kMetadataLists) {
    if (row.name == name) return joined((article.metadata.*row.field).values);
  }
  for (const Property& row : kProperties) {
    if (row.name == name) return row.value(article);
  }
  return std::nullopt;
}

std::string_view property_names() { return {kNames.data(), kNames.size()}; }

}  // namespace thresh
