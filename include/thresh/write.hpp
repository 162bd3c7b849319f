// Article in, bytes out. Writers never change which blocks are kept or which words they hold.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "thresh/article.hpp"
#include "thresh/options.hpp"
#include "thresh/result.hpp"

namespace thresh {

enum class Format : unsigned char { kText, kMarkdown, kHtml, kJson, kJsonl };

// "text", "markdown", "html", "json", "jsonl"; nullopt for anything else.
std::optional<Format> format_from_name(std::string_view name);

// File name ending, with the dot: ".txt", ".md", ".html", ".json", ".jsonl".
std::string_view format_extension(Format format);

// How a page came over the network, or why it did not.
struct HttpInfo {
  int status = 0;                    // of the last answer; 0: none, 304: the cache's page is right
  std::string final_url;             // the last URL asked, after redirects; without credentials
  int attempts = 0;                  // how often it was tried
  std::optional<int> retry_after_s;  // what the server asked to wait, in seconds
};

// Names a record in JSON and JSONL.
struct Origin {
  std::string_view id;             // see README: a file's name without .html, "-" for stdin …
  std::string_view source;         // as the caller named it: path, URL or "-"
  const HttpInfo* http = nullptr;  // null: the page was not fetched
};

// The article in one format, ending in a newline unless empty. JSON is one object; JSONL one line.
std::string write(const Article& article, Format format, const WriteOptions& options = {},
                  const Origin& origin = {});

// The record of a page that failed, for JSON (one object) and JSONL (one line).
std::string write_error(const Error& error, Format format, const Origin& origin);

// The body alone: blocks with in_text, a blank line between blocks, no trailing newline.
std::string plain_text(const Article& article, bool tables = true);

// A bare value: "title", "url", "text", "verdict" …; nullopt if there is no such property.
// Unknown values are empty.
std::optional<std::string> property(const Article& article, std::string_view name);

// The names property() knows, comma-separated.
std::string_view property_names();

// JSON Schema (draft 2020-12) of the objects that write() and write_error() make.
std::string_view json_schema();

}  // namespace thresh
