#include "cli/args.hpp"

#include <algorithm>
#include <boost/program_options.hpp>
#include <optional>
#include <set>

#include "cli/options.hpp"

namespace thresh::cli {
namespace {

namespace po = boost::program_options;

constexpr int kStyle = po::command_line_style::unix_style &
                       ~po::command_line_style::allow_guessing;  // no abbreviations

Error usage(std::string message) { return Error{ErrorCode::kUsage, "options", std::move(message)}; }

std::string dashed(std::string_view name) { return "--" + std::string(name); }

po::options_description description() {
  po::options_description all;
  for (const Option& option : options()) {
    std::string names(option.name);
    if (option.letter != 0) names += std::string(",") + option.letter;
    if (option.argument.empty()) {
      all.add_options()(names.c_str(), "");
    } else {
      all.add_options()(names.c_str(), po::value<std::string>(), "");
    }
  }
  return all;
}

std::string message_of(const po::error_with_option_name& error) {
  const std::string given = error.get_option_name();
  const std::string option = "option '" + given.substr(0, given.find('=')) + "'";
  if (dynamic_cast<const po::unknown_option*>(&error) != nullptr) return "unknown " + option;
  if (const auto* syntax = dynamic_cast<const po::invalid_syntax*>(&error)) {
    using Kind = po::invalid_syntax::kind_t;
    if (syntax->kind() == Kind::extra_parameter) return option + " takes no argument";
    return option + " needs an argument";
  }
  return error.what();
}

// Boost reports errors by throwing; this is where that ends.
Result<std::vector<po::option>> split(int argc, const char* const* argv) {
  try {
    const po::options_description known = description();
    return po::command_line_parser(argc, argv).options(known).style(kStyle).run().options;
  } catch (const po::error_with_option_name& error) {
    return usage(message_of(error));
  } catch (const po::error& error) {
    return usage(error.what());
  }
}

const Option* find_option(std::string_view name) {
  for (const Option& option : options()) {
    if (option.name == name) return &option;
  }
  return nullptr;
}

std::string what_is_wanted(const Option& option) {
  if (option.choices.empty()) return std::string(option.wants);
  std::string out = "one of ";
  for (const std::string_view choice : split_choices(option.choices)) {
    if (!out.ends_with("one of ")) out += ", ";
    out += choice;
  }
  return out;
}

std::optional<Error> set_option(Args& args, const Option& option, const std::string& argument) {
  if (!option.argument.empty() && argument.empty()) {
    return usage("option '" + dashed(option.name) + "' needs an argument");
  }
  const std::vector<std::string_view> choices = split_choices(option.choices);
  const bool is_choice =
      choices.empty() || std::find(choices.begin(), choices.end(), argument) != choices.end();
  if (is_choice && option.set(args, argument)) return std::nullopt;
  return usage("option '" + dashed(option.name) + "' wants " + what_is_wanted(option) + ", not '" +
               argument + "'");
}

std::optional<Error> check_exclusive(const std::set<std::string_view>& given) {
  for (const auto& row : kExclusive) {
    std::string_view first;
    for (const std::string_view name : row) {
      if (!given.contains(name)) continue;
      if (!first.empty()) {
        return usage("options '" + dashed(first) + "' and '" + dashed(name) +
                     "' exclude each other");
      }
      first = name;
    }
  }
  return std::nullopt;
}

std::optional<Error> check_properties(const Args& args) {
  const Article nothing;
  for (const std::string& name : args.properties) {
    if (property(nothing, name)) continue;
    return usage("there is no property '" + name + "'; there are " + std::string(property_names()));
  }
  return std::nullopt;
}

}  // namespace

Result<Args> parse_args(int argc, const char* const* argv) {
  Result<std::vector<po::option>> split_line = split(argc, argv);
  if (!split_line) return split_line.error();
  Args args;
  std::set<std::string_view> given;
  for (const po::option& part : *split_line) {
    const Option* option = find_option(part.string_key);
    if (option == nullptr) {
      args.sources.insert(args.sources.end(), part.value.begin(), part.value.end());
      continue;
    }
    given.insert(option->name);
    const std::string argument = part.value.empty() ? std::string() : part.value.front();
    if (std::optional<Error> error = set_option(args, *option, argument)) return *error;
  }
  if (std::optional<Error> error = check_exclusive(given)) return *error;
  if (std::optional<Error> error = check_properties(args)) return *error;
  const bool writes_records = args.show == Show::kPage && args.format == Format::kJsonl;
  if (args.resume && args.output_directory.empty() &&
      (args.writes_to_stdout() || !writes_records)) {
    return usage("--resume wants --output-dir, or --format jsonl and --output");
  }
  if (args.input_list == "-" &&
      std::find(args.sources.begin(), args.sources.end(), "-") != args.sources.end()) {
    return usage("standard input is either a page or a list");
  }
  if (args.format == Format::kJsonl && !args.output_directory.empty()) {
    return usage("--format jsonl is one stream and cannot go to --output-dir; take json");
  }
  return args;
}

}  // namespace thresh::cli
