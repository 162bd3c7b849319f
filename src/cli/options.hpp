// The options, once: parser, help, man page and completion are made from this table.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/args.hpp"

namespace thresh::cli {

enum class Section : unsigned char {
  kOutput,
  kRendering,
  kSelection,
  kInput,
  kFetching,
  kRunning,
  kAbout
};
inline constexpr std::string_view kSectionTitles[] = {
    "Output", "Rendering", "Selection", "Input", "Fetching", "Running", "About thresh"};

struct Option {
  std::string_view name;  // long, without its dashes
  char letter = 0;        // short; 0: there is none
  Section section = Section::kOutput;
  std::string_view argument = {};  // what its argument is called; empty: it takes none
  std::string_view choices = {};   // the arguments there are, spaces between; empty: see wants
  std::string_view wants = {};     // what its argument must be, for people; empty: anything
  std::string_view help;           // sentences

  // Puts the argument ("" if it takes none) into Args; false if it is not what the option wants.
  bool (*set)(Args& args, const std::string& argument);
};

std::span<const Option> options();

// Of each row a command line has one at most.
inline constexpr std::string_view kExclusive[][4] = {
    {"format", "markdown", "json", "html"},
    {"property", "explain", "check"},
    {"output", "output-dir", "check"},
    {"precision", "recall"},
    {"quiet", "verbose"},
    {"robots", "ignore-robots"},
    {"cache", "warc"},
};

// Option::choices as a list.
std::vector<std::string_view> split_choices(std::string_view choices);

}  // namespace thresh::cli
