// The formats: a row each, and the public functions that look them up.
#include <cstddef>
#include <iterator>

#include "write/writers.hpp"

namespace thresh {
namespace {

std::string no_record(const Error&, const Origin&) { return {}; }

struct FormatRow {
  std::string_view name;
  std::string_view extension;
  std::string (*write)(const Article&, const WriteOptions&, const Origin&);
  std::string (*write_error)(const Error&, const Origin&);
};

// In the order of Format.
constexpr FormatRow kFormats[] = {
    {"text", ".txt", writers::write_text, no_record},
    {"markdown", ".md", writers::write_markdown, no_record},
    {"html", ".html", writers::write_html, no_record},
    {"json", ".json", writers::write_json, writers::write_json_error},
    {"jsonl", ".jsonl", writers::write_jsonl, writers::write_jsonl_error},
};
static_assert(std::size(kFormats) == static_cast<std::size_t>(Format::kJsonl) + 1);

const FormatRow& row(Format format) { return kFormats[static_cast<std::size_t>(format)]; }

}  // namespace

std::optional<Format> format_from_name(std::string_view name) {
  for (std::size_t i = 0; i < std::size(kFormats); ++i) {
    if (kFormats[i].name == name) return static_cast<Format>(i);
  }
  return std::nullopt;
}

std::string_view format_extension(Format format) { return row(format).extension; }

std::string write(const Article& article, Format format, const WriteOptions& options,
                  const Origin& origin) {
  return row(format).write(article, options, origin);
}

std::string write_error(const Error& error, Format format, const Origin& origin) {
  return row(format).write_error(error, origin);
}

}  // namespace thresh
