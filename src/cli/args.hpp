// The command line as data. Parsing looks at nothing but its arguments.
#pragma once

#include <string>
#include <vector>

#include "thresh/fetch.hpp"
#include "thresh/options.hpp"
#include "thresh/result.hpp"
#include "thresh/write.hpp"

namespace thresh::cli {

enum class Action { kPages, kHelp, kVersion, kSchema, kCompletion };

// What is written for a page.
enum class Show { kPage, kProperties, kExplanation, kNothing };

// For which URLs robots.txt is obeyed.
enum class Robots { kForLists, kAlways, kNever };

struct Args {
  Action action = Action::kPages;
  std::string shell;  // Action::kCompletion: for which

  std::vector<std::string> sources;  // files, directories, URLs, "-"
  std::string input_list;            // file of URLs, "-"; empty: none
  ExtractOptions extract;

  Show show = Show::kPage;
  std::vector<std::string> properties;  // Show::kProperties: which
  Format format = Format::kText;
  WriteOptions write;
  std::string output_file;  // empty: standard output
  std::string output_directory;

  std::vector<std::string> target_languages;  // pages in others are left out; empty: none are

  FetchOptions fetch;
  std::string proxy;           // instead of those that the environment names
  std::string save_directory;  // pages are kept there as they were fetched; empty: nowhere
  Robots robots = Robots::kForLists;

  int jobs = 1;
  bool assume_html = false;         // --input-format html
  bool only_with_metadata = false;  // pages without title, date and URL are left out
  bool resume = false;              // what the output holds already is not fetched again
  bool strict = false;
  bool quiet = false;
  bool verbose = false;

  bool writes_to_stdout() const {
    return output_directory.empty() && (output_file.empty() || output_file == "-");
  }
};

// Of an option given twice the last counts. Errors are ErrorCode::kUsage, with a message for
// people.
Result<Args> parse_args(int argc, const char* const* argv);

}  // namespace thresh::cli
