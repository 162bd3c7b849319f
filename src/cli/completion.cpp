#include "cli/completion.hpp"

#include "cli/options.hpp"

namespace thresh::cli {
namespace {

// The first sentence, without what a shell would read in single quotes or brackets.
std::string summary_of(const Option& option) {
  std::string out;
  for (const char c : option.help.substr(0, option.help.find_first_of(".:;"))) {
    if (c != '\'' && c != '[' && c != ']') out += c;
  }
  return out;
}

bool names_directory(const Option& option) { return option.argument == "DIR"; }
bool names_file(const Option& option) { return option.argument == "FILE"; }

std::string bash_flags(const Option& option) {
  const std::string name = "--" + std::string(option.name);
  return option.letter == 0 ? name : std::string("-") + option.letter + " " + name;
}

std::string bash_pattern(const Option& option) {
  const std::string name = "--" + std::string(option.name);
  return option.letter == 0 ? name : std::string("-") + option.letter + "|" + name;
}

// What bash completes after an option with an argument.
std::string bash_argument(const Option& option) {
  if (names_directory(option)) return "COMPREPLY=($(compgen -d -- \"$cur\"))";
  if (names_file(option)) return "COMPREPLY=($(compgen -f -- \"$cur\"))";
  if (option.choices.empty()) return "COMPREPLY=()";
  return "COMPREPLY=($(compgen -W '" + std::string(option.choices) + "' -- \"$cur\"))";
}

std::string bash_script() {
  std::string flags;
  std::string cases;
  for (const Option& option : options()) {
    flags += (flags.empty() ? "" : " ") + bash_flags(option);
    if (option.argument.empty()) continue;
    cases += "    " + bash_pattern(option) + ") " + bash_argument(option) + "; return ;;\n";
  }
  return "# bash completion for thresh\n"
         "_thresh() {\n"
         "  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}\n"
         "  if [[ $cur == = ]]; then cur=''\n"
         "  elif [[ $prev == = ]]; then prev=${COMP_WORDS[COMP_CWORD-2]}; fi\n"
         "  case $prev in\n" +
         cases +
         "  esac\n"
         "  if [[ $cur == -* ]]; then\n"
         "    COMPREPLY=($(compgen -W '" +
         flags +
         "' -- \"$cur\"))\n"
         "  else\n"
         "    COMPREPLY=($(compgen -f -- \"$cur\"))\n"
         "  fi\n"
         "}\n"
         "complete -o filenames -F _thresh thresh\n";
}

std::string zsh_argument(const Option& option) {
  if (option.argument.empty()) return "";
  const std::string message =
      ":" + std::string(option.argument.substr(0, option.argument.find('[')));
  if (names_directory(option)) return message + ":_files -/";
  if (names_file(option)) return message + ":_files";
  if (option.choices.empty()) return message + ": ";
  return message + ":(" + std::string(option.choices) + ")";
}

std::string zsh_script() {
  std::string out = "#compdef thresh\n_arguments -s -S \\\n";
  for (const Option& option : options()) {
    const std::string name = "--" + std::string(option.name);
    const std::string equals = option.argument.empty() ? "" : "=";
    const std::string rest = "[" + summary_of(option) + "]" + zsh_argument(option) + "' \\\n";
    if (option.letter == 0) {
      out += "  '" + name + equals + rest;
    } else {
      const std::string letter = std::string("-") + option.letter;
      const std::string plus = option.argument.empty() ? "" : "+";
      out +=
          "  '(" + letter + " " + name + ")'{" + letter + plus + "," + name + equals + "}'" + rest;
    }
  }
  return out + "  '*:source:_files'\n";
}

std::string fish_script() {
  std::string out = "# fish completion for thresh\n";
  for (const Option& option : options()) {
    out += "complete -c thresh -l " + std::string(option.name);
    if (option.letter != 0) out += std::string(" -s ") + option.letter;
    if (!option.argument.empty()) out += names_file(option) ? " -rF" : " -x";
    if (names_directory(option)) out += " -a '(__fish_complete_directories)'";
    if (!option.choices.empty()) out += " -a '" + std::string(option.choices) + "'";
    out += " -d '" + summary_of(option) + "'\n";
  }
  return out;
}

}  // namespace

std::string completion_script(std::string_view shell) {
  if (shell == "bash") return bash_script();
  if (shell == "zsh") return zsh_script();
  return fish_script();
}

}  // namespace thresh::cli
