// What must hold of everything that thresh writes, whatever the page was.
#pragma once

#include <array>
#include <string>
#include <string_view>

#include "thresh/write.hpp"

namespace thresh::test {

struct Rendering {
  std::string_view name;
  Format format;
  WriteOptions options;
};

inline constexpr WriteOptions kEverything{
    .links = true, .images = true, .tables = false, .metadata = true, .boilerplate = true};

// Every format, with nothing but the body and with all that can be shown.
inline constexpr std::array kRenderings = {
    Rendering{"text", Format::kText, {}},
    Rendering{"Markdown", Format::kMarkdown, {}},
    Rendering{"HTML", Format::kHtml, {}},
    Rendering{"JSON", Format::kJson, {}},
    Rendering{"JSONL", Format::kJsonl, {}},
    Rendering{"text with everything", Format::kText, kEverything},
    Rendering{"Markdown with everything", Format::kMarkdown, kEverything},
    Rendering{"HTML with everything", Format::kHtml, kEverything},
    Rendering{"JSON with everything", Format::kJson, kEverything},
};

std::string render(const Article& article, const Rendering& rendering);

// What is wrong with a text, empty if nothing is: bytes that are not UTF-8, or that could drive a
// terminal.
std::string fault_in_text(std::string_view text);

// The same of an output, which must also parse if it is JSON.
std::string fault_in_output(const Rendering& rendering, std::string_view output);

// All words of the article, kept or stripped, a block a line.
std::string all_words(const Article& article);

}  // namespace thresh::test
