// What --help prints, and what it shares with the man page.
#pragma once

#include <string>
#include <string_view>

#include "cli/options.hpp"

namespace thresh::cli {

struct Example {
  std::string_view command;
  std::string_view does;
};
inline constexpr Example kExamples[] = {
    {"thresh page.html", "the text of a saved page"},
    {"thresh -m --with-metadata page.html > page.md", "Markdown, with title and URL before it"},
    {"thresh -j https://example.org/story", "JSON of a page from the web"},
    {"thresh --format jsonl --input-list urls.txt > out.jsonl",
     "every URL of a list, a line each, in its order"},
    {"thresh --format jsonl -J 2 folder/ > out.jsonl",
     "every page under a folder, a line each, two at a time"},
    {"thresh -m --output-dir notes/ *.html", "a Markdown file for each page"},
    {"thresh -p title,url page.html", "bare values for a script"},
    {"thresh --explain page.html | less -R", "why a paragraph is missing, or a banner is not"},
    {"thresh -c page.html && echo article", "is it an article?"},
};

// "-o, --output FILE"; without a short form "--output-dir DIR".
std::string option_heading(const Option& option);

std::string help_text();

}  // namespace thresh::cli
