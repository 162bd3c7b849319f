#include "cli/options.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "cli/completion.hpp"
#include "cli/help.hpp"

using namespace thresh::cli;

TEST_CASE("no name or letter is given twice") {
  std::set<std::string_view> names;
  std::set<char> letters;
  for (const Option& option : options()) {
    CAPTURE(option.name);
    CHECK(names.insert(option.name).second);
    if (option.letter != 0) CHECK(letters.insert(option.letter).second);
  }
}

TEST_CASE("every option says what it does, in sentences") {
  for (const Option& option : options()) {
    CAPTURE(option.name);
    CHECK(option.help.ends_with('.'));
    CHECK((option.set != nullptr));
  }
}

TEST_CASE("only options with an argument say what it must be") {
  for (const Option& option : options()) {
    CAPTURE(option.name);
    if (option.argument.empty()) CHECK((option.choices.empty() && option.wants.empty()));
    if (!option.choices.empty()) CHECK(option.wants.empty());
  }
}

TEST_CASE("each choice of an option is taken") {
  for (const Option& option : options()) {
    for (const std::string_view choice : split_choices(option.choices)) {
      CAPTURE(option.name);
      CAPTURE(choice);
      Args args;
      CHECK(option.set(args, std::string(choice)));
    }
  }
}

TEST_CASE("each page type is a choice of --page-type") {
  const auto option = std::find_if(options().begin(), options().end(),
                                   [](const Option& row) { return row.name == "page-type"; });
  REQUIRE((option != options().end()));
  const std::vector<std::string_view> choices = split_choices(option->choices);
  REQUIRE(choices.size() == thresh::kPageTypeCount);
  for (std::size_t i = 0; i < choices.size(); ++i) {
    CHECK(choices[i] == page_type_name(static_cast<thresh::PageType>(i)));
    Args args;
    CHECK(option->set(args, std::string(choices[i])));
    CHECK((args.extract.page_type == static_cast<thresh::PageType>(i)));
  }
}

TEST_CASE("options that exclude each other exist") {
  std::set<std::string_view> names;
  for (const Option& option : options()) names.insert(option.name);
  for (const auto& row : kExclusive) {
    for (const std::string_view name : row) CHECK((name.empty() || names.contains(name)));
  }
}

TEST_CASE("choices are split at spaces") {
  using Views = std::vector<std::string_view>;
  CHECK(split_choices("").empty());
  CHECK(split_choices("one") == Views{"one"});
  CHECK(split_choices("one two three") == Views{"one", "two", "three"});
}

TEST_CASE("help and every completion know every option") {
  const std::string help = help_text();
  for (const Option& option : options()) {
    CAPTURE(option.name);
    const std::string name(option.name);
    CHECK(help.find(option_heading(option)) != std::string::npos);
    CHECK(completion_script("bash").find("--" + name) != std::string::npos);
    CHECK(completion_script("zsh").find("--" + name) != std::string::npos);
    CHECK(completion_script("fish").find(" -l " + name) != std::string::npos);
  }
}

TEST_CASE("help fits a terminal of 80 columns") {
  std::string help = help_text();
  while (!help.empty()) {
    const std::string line = help.substr(0, help.find('\n'));
    CHECK_MESSAGE(line.size() <= 80, line);
    help.erase(0, line.size() + 1);
  }
}
