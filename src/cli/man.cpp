#include "cli/man.hpp"

#include "cli/exit_codes.hpp"
#include "cli/help.hpp"
#include "cli/options.hpp"

namespace thresh::cli {
namespace {

// Text as roff shows it: backslashes, hyphens that are to be copied, and dots at a line's start.
std::string roff(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\\') {
      out += "\\e";
    } else if (c == '-') {
      out += "\\-";
    } else if (c == '\'') {
      out += "\\(aq";
    } else {
      out += c;
    }
  }
  return out.starts_with('.') ? "\\&" + out : out;
}

// A line a sentence, as roff likes it.
std::string sentences(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t end = text.find(". ");
    out += roff(text.substr(0, end == std::string_view::npos ? end : end + 1)) + "\n";
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 2);
  }
  return out;
}

std::string bold(std::string_view text) { return "\\fB" + roff(text) + "\\fR"; }
std::string italic(std::string_view text) { return "\\fI" + roff(text) + "\\fR"; }

std::string heading(const Option& option) {
  std::string out;
  if (option.letter != 0) out = bold(std::string("-") + option.letter) + ", ";
  out += bold("--" + std::string(option.name));
  if (!option.argument.empty()) out += " " + italic(option.argument);
  return out;
}

std::string options_section() {
  std::string out;
  for (std::size_t section = 0; section < std::size(kSectionTitles); ++section) {
    out += ".SS " + roff(kSectionTitles[section]) + "\n";
    for (const Option& option : options()) {
      if (static_cast<std::size_t>(option.section) != section) continue;
      out += ".TP\n" + heading(option) + "\n" + sentences(option.help);
    }
  }
  return out;
}

std::string exit_status_section() {
  std::string out;
  for (const ExitCodeRow& row : kExitCodes) {
    out += ".TP\n" + bold(std::to_string(row.code)) + "\n" + sentences(row.meaning);
  }
  return out;
}

std::string examples_section() {
  std::string out;
  for (const Example& example : kExamples) {
    out += ".TP\n" + bold(example.command) + "\n" + roff(example.does) + "\n";
  }
  return out;
}

struct MadeSection {
  std::string_view name;
  std::string (*make)();
};
constexpr MadeSection kMadeSections[] = {
    {"options", options_section},
    {"exit-status", exit_status_section},
    {"examples", examples_section},
};

}  // namespace

Result<std::string> with_made_sections(std::string_view page) {
  std::string out(page);
  for (const MadeSection& section : kMadeSections) {
    const std::string begin_line = ".\\\" begin " + std::string(section.name) + "\n";
    const std::string end_line = ".\\\" end " + std::string(section.name) + "\n";
    const std::size_t begin = out.find(begin_line);
    const std::size_t end = out.find(end_line, begin);
    if (begin == std::string::npos || end == std::string::npos) {
      return Error{ErrorCode::kNoInput, "man",
                   "the man page has no section '" + std::string(section.name) + "'"};
    }
    const std::size_t made = begin + begin_line.size();
    out.replace(made, end - made, section.make());
  }
  return out;
}

}  // namespace thresh::cli
