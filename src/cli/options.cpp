#include "cli/options.hpp"

#include <algorithm>
#include <optional>

#include "cli/option_values.hpp"

namespace thresh::cli {
namespace {

constexpr int kMaxJobs = 1024;

template <Format format>
bool write_as(Args& args, Text) {
  args.format = format;
  return true;
}

template <Show show>
bool show_instead(Args& args, Text) {
  args.show = show;
  return true;
}

template <Action action>
bool do_instead(Args& args, Text) {
  args.action = action;
  return true;
}

bool set_format(Args& args, Text name) {
  const std::optional<Format> format = format_from_name(name);
  if (format) args.format = *format;
  return format.has_value();
}

std::vector<std::string> parts_of(Text list) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= list.size();) {
    const std::size_t end = std::min(list.find(',', begin), list.size());
    parts.push_back(list.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

bool set_properties(Args& args, Text names) {
  args.show = Show::kProperties;
  args.properties = parts_of(names);
  return true;
}

template <Focus focus>
bool focus_on(Args& args, Text) {
  args.extract.focus = focus;
  return true;
}

bool set_page_type(Args& args, Text name) {
  args.extract.page_type = page_type_from_name(name);
  return args.extract.page_type.has_value();
}

bool set_input_format(Args& args, Text name) {
  args.assume_html = name == "html";
  return true;
}

bool set_max_bytes(Args& args, Text text) {
  const std::optional<std::size_t> bytes = parse_number<std::size_t>(text);
  args.extract.limits.max_bytes = args.fetch.max_bytes = bytes.value_or(0);
  return args.extract.limits.max_bytes > 0;
}

bool set_page_timeout(Args& args, Text text) {
  const std::optional<int> milliseconds = parse_seconds(text);
  if (milliseconds) args.extract.limits.timeout_ms = *milliseconds;
  return milliseconds.has_value();
}

// "en", "en,pt-BR"
bool set_target_language(Args& args, Text names) {
  args.target_languages = parts_of(names);
  return std::all_of(args.target_languages.begin(), args.target_languages.end(),
                     [](const std::string& tag) {
                       const std::size_t primary = std::min(tag.find('-'), tag.size());
                       return primary == 2 || primary == 3;
                     });
}

bool set_jobs(Args& args, Text text) {
  args.jobs = parse_number<int>(text).value_or(0);
  return args.jobs >= 1 && args.jobs <= kMaxJobs;
}

bool set_completion(Args& args, Text shell) {
  args.action = Action::kCompletion;
  args.shell = shell;
  return true;
}

constexpr Option kOptions[] = {
    {.name = "format",
     .argument = "FORMAT",
     .choices = "text markdown html json jsonl",
     .help = "Write text (the default), markdown, html, json or jsonl.",
     .set = set_format},
    {.name = "markdown",
     .letter = 'm',
     .help = "Write Markdown.",
     .set = write_as<Format::kMarkdown>},
    {.name = "json",
     .letter = 'j',
     .help = "Write JSON: an object for one file, an array for several sources or a directory.",
     .set = write_as<Format::kJson>},
    {.name = "html",
     .help = "Write cleaned HTML. Several sources or a directory need --output-dir.",
     .set = write_as<Format::kHtml>},
    {.name = "output",
     .letter = 'o',
     .argument = "FILE",
     .help = "Write to FILE, which is replaced only when all is written.",
     .set = [](Args& args, Text file) { return !(args.output_file = file).empty(); }},
    {.name = "output-dir",
     .argument = "DIR",
     .help = "Write a file for each page into DIR, named after the page. DIR is made if it is "
             "missing. Pages of the same name get -2, -3 and so on.",
     .set = [](Args& args, Text dir) { return !(args.output_directory = dir).empty(); }},
    {.name = "property",
     .letter = 'p',
     .argument = "NAME[,NAME]",
     .help = "Instead of the page, print bare values, each on a line of its own: title, url, "
             "text, verdict and other fields of the JSON.",
     .set = set_properties},
    {.name = "explain",
     .help = "Instead of the page, print a table of its blocks: score, label, and why each was "
             "kept or stripped.",
     .set = show_instead<Show::kExplanation>},
    {.name = "check",
     .letter = 'c',
     .help = "Write nothing, and say by the exit status whether there is an article.",
     .set = show_instead<Show::kNothing>},

    {.name = "links",
     .section = Section::kRendering,
     .help = "Keep the targets of links, in Markdown and HTML.",
     .set = [](Args& args, Text) { return args.write.links = true; }},
    {.name = "images",
     .section = Section::kRendering,
     .help = "Keep images with their captions, in Markdown and HTML.",
     .set = [](Args& args, Text) { return args.write.images = true; }},
    {.name = "no-tables",
     .section = Section::kRendering,
     .help = "Write the cells of tables as lines.",
     .set = [](Args& args, Text) { return !(args.write.tables = false); }},
    {.name = "with-metadata",
     .section = Section::kRendering,
     .help = "Write title, URL and what else is known before the text: as YAML front matter in "
             "text and Markdown, as a head in HTML. JSON always has it.",
     .set = [](Args& args, Text) { return args.write.metadata = true; }},
    {.name = "boilerplate",
     .section = Section::kRendering,
     .help = "Let JSON carry the stripped blocks too, each with its label and the reason.",
     .set = [](Args& args, Text) { return args.write.boilerplate = true; }},

    {.name = "comments",
     .section = Section::kRendering,
     .help = "Write the comments of readers too, as a section of its own after the text, in JSON "
             "as a field.",
     .set = [](Args& args, Text) { return args.write.comments = true; }},

    {.name = "precision",
     .section = Section::kSelection,
     .help = "Where it is in doubt whether a block belongs to the text, leave it out.",
     .set = focus_on<Focus::kPrecision>},
    {.name = "recall",
     .section = Section::kSelection,
     .help = "Where it is in doubt whether a block belongs to the text, keep it.",
     .set = focus_on<Focus::kRecall>},
    {.name = "page-type",
     .section = Section::kSelection,
     .argument = "TYPE",
     .choices = "article forum product collection listing documentation service",
     .help = "Say what kind of pages these are, instead of letting each be looked at: article, "
             "forum, product, collection, listing, documentation or service.",
     .set = set_page_type},

    {.name = "base",
     .letter = 'b',
     .section = Section::kInput,
     .argument = "URL",
     .help = "The URL of the page, against which its relative links are resolved. Saved pages "
             "often say it themselves.",
     .set = [](Args& args, Text url) { return !(args.extract.base_url = url).empty(); }},
    {.name = "encoding",
     .letter = 'E',
     .section = Section::kInput,
     .argument = "NAME",
     .help = "Read pages in this character encoding, whatever they say themselves.",
     .set = [](Args& args, Text name) { return !(args.extract.charset = name).empty(); }},
    {.name = "input-format",
     .section = Section::kInput,
     .argument = "FORMAT",
     .choices = "auto html",
     .help = "How to read the sources: auto (the default) looks at each, html takes all as HTML. "
             "Gzip is unpacked either way.",
     .set = set_input_format},
    {.name = "target-language",
     .section = Section::kInput,
     .argument = "XX[,YY]",
     .wants = "language tags like en or pt-BR, commas between",
     .help = "Leave out pages in other languages. What a page declares is checked against its "
             "text.",
     .set = set_target_language},
    {.name = "only-with-metadata",
     .section = Section::kInput,
     .help = "Leave out pages of which title, date or URL is not known.",
     .set = [](Args& args, Text) { return args.only_with_metadata = true; }},
    {.name = "max-bytes",
     .section = Section::kInput,
     .argument = "N",
     .wants = "a whole number of bytes, at least 1",
     .help = "Refuse pages of more than N bytes, counted after unpacking. The default is "
             "20000000.",
     .set = set_max_bytes},
    {.name = "input-list",
     .section = Section::kInput,
     .argument = "FILE",
     .help = "Fetch the URLs in FILE, one a line, after the sources. FILE may be -, standard "
             "input. Empty lines and lines that begin with # are left out. The robots.txt of "
             "each host is obeyed.",
     .set = [](Args& args, Text file) { return !(args.input_list = file).empty(); }},

#include "cli/fetch_options.inc"

    {.name = "jobs",
     .letter = 'J',
     .section = Section::kRunning,
     .argument = "N",
     .wants = "a whole number from 1 to 1024",
     .help = "Work on N pages at a time. The default is 1. Output keeps the order of the input.",
     .set = set_jobs},
    {.name = "page-timeout",
     .section = Section::kRunning,
     .argument = "SECONDS",
     .wants = "a number of seconds, 0 for no limit",
     .help = "Give a page up after so many seconds. The default is 10; 0 means never.",
     .set = set_page_timeout},
    {.name = "strict",
     .section = Section::kRunning,
     .help = "Exit with 1 if a page of a directory or a list fails; by default these failures are "
             "only reported.",
     .set = [](Args& args, Text) { return args.strict = true; }},
    {.name = "quiet",
     .letter = 'q',
     .section = Section::kRunning,
     .help = "Print nothing but errors on standard error.",
     .set = [](Args& args, Text) { return args.quiet = true; }},
    {.name = "verbose",
     .letter = 'v',
     .section = Section::kRunning,
     .help = "Print a line for each page on standard error: what it is, its bytes and the time "
             "it took.",
     .set = [](Args& args, Text) { return args.verbose = true; }},

    {.name = "help",
     .letter = 'h',
     .section = Section::kAbout,
     .help = "Print this help.",
     .set = do_instead<Action::kHelp>},
    {.name = "version",
     .letter = 'V',
     .section = Section::kAbout,
     .help = "Print the version.",
     .set = do_instead<Action::kVersion>},
    {.name = "schema",
     .section = Section::kAbout,
     .help = "Print the JSON Schema of what --format json and jsonl write.",
     .set = do_instead<Action::kSchema>},
    {.name = "completion",
     .section = Section::kAbout,
     .argument = "SHELL",
     .choices = "bash zsh fish",
     .help = "Print a completion script for bash, zsh or fish.",
     .set = set_completion},
};

}  // namespace

std::span<const Option> options() { return kOptions; }

std::vector<std::string_view> split_choices(std::string_view choices) {
  std::vector<std::string_view> out;
  while (!choices.empty()) {
    out.push_back(choices.substr(0, choices.find(' ')));
    choices.remove_prefix(std::min(out.back().size() + 1, choices.size()));
  }
  return out;
}

}  // namespace thresh::cli
