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

// What bash completes after an option with an argument; where nothing is said, file names.
std::string bash_argument(const Option& option) {
  if (names_file(option)) return "";
  if (names_directory(option)) return "compopt +o default -o dirnames; ";
  if (option.choices.empty()) return "compopt +o default; ";
  return "COMPREPLY=($(compgen -W '" + std::string(option.choices) + "' -- \"$cur\")); ";
}

std::string bash_script() {
  std::string flags;
  std::string cases;
  for (const Option& option : options()) {
    flags += (flags.empty() ? "" : " ") + bash_flags(option);
    if (option.argument.empty()) continue;
    cases += "    " + bash_pattern(option) + ") " + bash_argument(option) + "return ;;\n";
  }
  return "# bash completion for thresh\n"
         "_thresh() {\n"
         "  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}\n"
         "  if [[ $cur == = ]]; then cur=''\n"
         "  elif [[ $prev == = ]]; then prev=${COMP_WORDS[COMP_CWORD-2]}; fi\n"
         "  COMPREPLY=()\n"
         "  case $prev in\n" +
         cases +
         "  esac\n"
         "  if [[ $cur == -* ]]; then\n"
         "    COMPREPLY=($(compgen -W '" +
         flags +
         "' -- \"$cur\"))\n"
         "  fi\n"
         "}\n"
         "complete -o default -F _thresh thresh\n";
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

// '(-o --output)'{-o+,--output=}'[…]:FILE:_files': either form, not both.
std::string zsh_flags(const Option& option) {
  const bool has_argument = !option.argument.empty();
  const std::string name = "--" + std::string(option.name);
  if (option.letter == 0) return "'" + name + (has_argument ? "=" : "");
  const std::string letter = std::string("-") + option.letter;
  std::string out = "'(" + letter + " " + name + ")'{" + letter;
  out += has_argument ? "+," : ",";
  out += name;
  out += has_argument ? "=}'" : "}'";
  return out;
}

// Works as a file _thresh in $fpath and when it is sourced.
std::string zsh_script() {
  std::string out = "#compdef thresh\n_thresh() {\n  _arguments -s -S \\\n";
  for (const Option& option : options()) {
    out += "    " + zsh_flags(option) + "[" + summary_of(option) + "]";
    out += zsh_argument(option) + "' \\\n";
  }
  return out +
         "    '*:source:_files'\n"
         "}\n"
         "if [[ $funcstack[1] == _thresh ]]; then _thresh \"$@\"; else compdef _thresh thresh; "
         "fi\n";
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
