#include "cli/help.hpp"

#include <vector>

#include "cli/exit_codes.hpp"

namespace thresh::cli {
namespace {

constexpr std::size_t kColumns = 80;
constexpr std::size_t kOptionIndent = 28;
constexpr std::size_t kStatusIndent = 7;

constexpr std::string_view kAbout =
    "Prints the body of web pages, news above all, without what stands around and inside "
    "it: subscription banners, donation appeals, newsletter boxes, consent notices, related "
    "links, menus.";
constexpr std::string_view kSource =
    "SOURCE is an HTML file (gzip too), a directory of .html, .htm and .xhtml files, a URL, or - "
    "for "
    "standard input, which is also read if there is no SOURCE.";

std::vector<std::string> wrap(std::string_view text, std::size_t columns) {
  std::vector<std::string> lines(1);
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    text.remove_prefix(word.size() < text.size() ? word.size() + 1 : text.size());
    if (!lines.back().empty() && lines.back().size() + 1 + word.size() > columns) {
      lines.emplace_back();
    }
    if (!lines.back().empty()) lines.back() += ' ';
    lines.back() += word;
  }
  return lines;
}

void append_paragraph(std::string& out, std::string_view text) {
  for (const std::string& line : wrap(text, kColumns)) out += line + "\n";
  out += "\n";
}

// Heading at the left, text at `indent`; a heading that is too long has a line of its own.
void append_entry(std::string& out, const std::string& heading, std::string_view text,
                  std::size_t indent) {
  std::string start = "  " + heading;
  if (start.size() + 2 > indent) {
    out += start + "\n";
    start.clear();
  }
  for (const std::string& line : wrap(text, kColumns - indent)) {
    start.resize(indent, ' ');
    out += start + line + "\n";
    start.clear();
  }
}

void append_options(std::string& out, Section section) {
  out += std::string(kSectionTitles[static_cast<std::size_t>(section)]) + ":\n";
  for (const Option& option : options()) {
    if (option.section != section) continue;
    const std::string_view no_letter = option.letter == 0 ? "    " : "";
    append_entry(out, std::string(no_letter) + option_heading(option), option.help, kOptionIndent);
  }
  out += "\n";
}

}  // namespace

std::string option_heading(const Option& option) {
  std::string out;
  if (option.letter != 0) out = std::string("-") + option.letter + ", ";
  out += "--" + std::string(option.name);
  if (!option.argument.empty()) out += " " + std::string(option.argument);
  return out;
}

std::string help_text() {
  std::string out = "Usage: thresh [OPTION]... [SOURCE]...\n\n";
  append_paragraph(out, kAbout);
  append_paragraph(out, kSource);
  for (std::size_t section = 0; section < std::size(kSectionTitles); ++section) {
    append_options(out, static_cast<Section>(section));
  }
  out += "Examples:\n";
  for (const Example& example : kExamples) {
    out += "  " + std::string(example.command) + "\n      " + std::string(example.does) + "\n";
  }
  out += "\nExit status:\n";
  for (const ExitCodeRow& row : kExitCodes) {
    append_entry(out, std::to_string(row.code), row.meaning, kStatusIndent);
  }
  return out;
}

}  // namespace thresh::cli
