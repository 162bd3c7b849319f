#include "check.hpp"

#include <algorithm>
#include <numeric>
#include <sstream>
#include <vector>

#include "base/json.hpp"
#include "expected.hpp"
#include "read_output.hpp"
#include "schema_checker.hpp"

namespace thresh::test {
namespace {

std::string first_difference(const std::vector<std::string>& expected,
                             const std::vector<std::string>& found, const std::string& what) {
  const std::size_t count = std::max(expected.size(), found.size());
  const auto at = [](const std::vector<std::string>& list, std::size_t i) {
    return i < list.size() ? list[i] : std::string("(none)");
  };
  for (std::size_t i = 0; i < count; ++i) {
    if (at(expected, i) == at(found, i)) continue;
    return what + " " + std::to_string(i) + "\n expected " + at(expected, i) + "\n found    " +
           at(found, i);
  }
  return {};
}

// Captions far from any image are left out, but none may change or be made up.
std::string caption_fault(const std::vector<std::string>& all,
                          const std::vector<std::string>& found) {
  auto at = all.begin();
  for (const std::string& caption : found) {
    at = std::find(at, all.end(), caption);
    if (at == all.end()) return "caption " + caption;
    ++at;
  }
  return {};
}

std::string outline_fault(const Outline& expected, const Outline& found) {
  std::string fault = first_difference(expected.units, found.units, "block");
  if (fault.empty()) fault = first_difference(expected.comments, found.comments, "comment");
  if (fault.empty()) fault = first_difference(expected.images, found.images, "image");
  if (fault.empty()) fault = caption_fault(expected.captions, found.captions);
  return fault;
}

std::vector<std::string> metadata_lines(const Article& article) {
  std::vector<std::string> lines;
  const auto add = [&](const char* name, const std::string& value) {
    if (!value.empty()) lines.push_back(name + ("=" + value));
  };
  const Metadata& metadata = article.metadata;
  add("title", metadata.title.value);
  add("published", metadata.published.value);
  add("modified", metadata.modified.value);
  add("site", metadata.site.value);
  add("description", metadata.description.value);
  add("language", metadata.language.value);
  add("image", metadata.image.value);
  add("section", metadata.section.value);
  add("licence", metadata.licence.value);
  add("canonical_url", metadata.canonical_url.value);
  for (const std::string& author : metadata.authors.values) add("authors", author);
  for (const std::string& tag : metadata.tags.values) add("tags", tag);
  if (metadata.access.value != Access::kUnknown) {
    add("access", std::string(access_name(metadata.access.value)));
  }
  add("url", article.url);
  return lines;
}

// Reads the YAML that front matter is made of: "name: string", or "name:" and "  - string" lines.
std::vector<std::string> read_front_matter(std::string_view yaml) {
  std::vector<std::string> lines;
  std::istringstream in{std::string(yaml)};
  std::string name;
  for (std::string line; std::getline(in, line);) {
    const bool in_list = line.substr(0, 4) == "  - ";
    const std::size_t colon = line.find(':');
    if (!in_list) name = line.substr(0, colon);
    const std::size_t value = in_list ? 4 : colon + 1;
    const auto json = base::Json::parse(line.substr(std::min(value, line.size())));
    if (json) lines.push_back(name + "=" + std::string(json->root().string()));
  }
  return lines;
}

// Takes the front matter off `output`.
std::string front_matter_fault(const Article& article, std::string_view& output) {
  constexpr std::string_view kOpen = "---\n";
  constexpr std::string_view kClose = "\n---\n\n";
  std::vector<std::string> found;
  if (output.substr(0, kOpen.size()) == kOpen && !metadata_lines(article).empty()) {
    const std::size_t end = output.find(kClose);
    if (end == output.npos) return "front matter does not end";
    found = read_front_matter(output.substr(kOpen.size(), end - kOpen.size()));
    output.remove_prefix(end + kClose.size());
  }
  return first_difference(metadata_lines(article), found, "metadata");
}

std::string text_fault(const Article& article, const WriteOptions& options,
                       std::string_view output) {
  std::vector<std::string> found;
  std::istringstream in{std::string(output)};
  for (std::string line; std::getline(in, line);) {
    if (line.find_first_not_of(" \t") != line.npos) found.push_back(line);
  }
  return first_difference(expected_text_lines(article, options), found, "line");
}

// What blocks and comments have in common.
bool json_says(const Block& block, base::JsonValue found) {
  const auto is = [](base::JsonValue number, std::size_t expected) {
    return number.number() == static_cast<double>(expected);
  };
  if (found["text"].string() != block.text || !is(found["start"], block.begin)) return false;
  if (!is(found["end"], block.end) || found["links"].size() != block.links.size()) return false;
  for (std::size_t i = 0; i < block.links.size(); ++i) {
    if (found["links"].at(i)["href"].string() != block.links[i].href) return false;
  }
  return true;
}

std::string json_block_fault(const std::vector<Block>& blocks, base::JsonValue found) {
  if (blocks.size() != found.size()) return "number of blocks";
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const base::JsonValue block = found.at(i);
    const int level = static_cast<int>(block["level"].number().value_or(0));
    const bool same = json_says(blocks[i], block) && level == std::max(blocks[i].level, 0) &&
                      block["kind"].string() == label_name(blocks[i].label) &&
                      block["in_text"].boolean() == blocks[i].in_text;
    if (!same) return "block " + std::to_string(i);
  }
  return {};
}

std::string json_comments_fault(const Article& article, const WriteOptions& options,
                                base::JsonValue found) {
  if (!options.comments) return found.is_null() ? "" : "comments that were not asked for";
  const std::vector<const Block*> comments = expected_comments(article);
  if (!found.is_array() || found.size() != comments.size()) return "number of comments";
  for (std::size_t i = 0; i < comments.size(); ++i) {
    if (!json_says(*comments[i], found.at(i))) return "comment " + std::to_string(i);
  }
  return {};
}

std::string json_fault(const Article& article, const WriteOptions& options,
                       std::string_view output) {
  const auto json = base::Json::parse(output);
  if (!json) return "not JSON";
  const std::string fault = schema_fault(json->root());
  if (!fault.empty()) return "schema: " + fault;
  const base::JsonValue root = json->root();
  if (root["text"].string() != plain_text(article, options.tables)) return "text";
  if (root["boilerplate"].is_array() != options.boilerplate) return "boilerplate";
  const std::string in_comments = json_comments_fault(article, options, root["comments"]);
  if (!in_comments.empty()) return in_comments;
  return json_block_fault(article.blocks, root["blocks"]);
}

WriteOptions options_of(unsigned bits) {
  WriteOptions options;
  options.links = bits & 1;
  options.images = bits & 2;
  options.tables = bits & 4;
  options.metadata = bits & 8;
  options.comments = bits & 16;
  options.boilerplate = options.metadata;  // only JSON has it, and not the other
  return options;
}

std::vector<unsigned> bits_of(Switches switches) {
  if (switches == Switches::kFew) return {0, 4, 31};
  std::vector<unsigned> all(32);
  std::iota(all.begin(), all.end(), 0);
  return all;
}

}  // namespace

std::string fault_in(const Article& article, Format format, const WriteOptions& options,
                     std::string_view output) {
  switch (format) {
    case Format::kJson:
    case Format::kJsonl:
      return json_fault(article, options, output);
    case Format::kHtml:
      return outline_fault(expected_outline(article, options), read_html(output));
    default:
      break;
  }
  if (options.metadata) {
    const std::string fault = front_matter_fault(article, output);
    if (!fault.empty()) return fault;
  }
  if (format == Format::kText) return text_fault(article, options, output);
  return outline_fault(expected_outline(article, options), read_markdown(output));
}

std::string first_fault(const Article& article, Switches switches) {
  for (const unsigned bits : bits_of(switches)) {
    const WriteOptions options = options_of(bits);
    for (const Format format : {Format::kText, Format::kMarkdown, Format::kHtml, Format::kJson}) {
      const std::string output = write(article, format, options);
      const std::string fault = fault_in(article, format, options, output);
      if (!fault.empty()) {
        return "switches " + std::to_string(bits) + ": " + fault + "\noutput:\n" + output;
      }
    }
  }
  return {};
}

}  // namespace thresh::test
