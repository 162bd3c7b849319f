// What a caller may set. Every field has a default that suits ordinary news pages.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#include "thresh/article.hpp"

namespace thresh {

// Bounds on what one page may cost. They hold in the library, not only in the command.
struct Limits {
  // Bytes of a page after decompression; more is ErrorCode::kTooLarge. Raise it for very long
  // pages.
  std::size_t max_bytes = 20'000'000;

  // Milliseconds a page may take; past that it is ErrorCode::kTimeout, never a different article.
  // 0 means no deadline.
  int timeout_ms = 10'000;
};

// What to rather have where it is in doubt whether a block is body. What kPrecision keeps is part
// of what kBalanced keeps, and that part of what kRecall keeps.
enum class Focus : std::uint8_t {
  kBalanced,
  kPrecision,  // less boilerplate
  kRecall,     // more of the body
};

struct ExtractOptions {
  Limits limits;

  Focus focus = Focus::kBalanced;

  // Charset label ("windows-1252", "gbk" …) that overrides whatever the page says. Empty: find out.
  // An unknown label is ErrorCode::kEncoding.
  std::string charset;

  // Base for relative links, and the page's URL. Empty: Page::url, else what the page says of
  // itself (a browser's "saved from" comment, else its canonical link).
  std::string base_url;

  // What the page is known to be. Empty: find out.
  std::optional<PageType> page_type;

  // "2026-11-25": dates after this day are not believed. Empty: tomorrow, by the system's clock.
  // Set it where the same bytes must give the same dates for ever.
  std::string latest_date;
};

// Rendering only: none of these changes which blocks are kept or which words they hold.
struct WriteOptions {
  bool links = false;        // link targets in Markdown and HTML
  bool images = false;       // images with their captions, in Markdown and HTML
  bool tables = true;        // false: cells as lines
  bool metadata = false;     // YAML front matter before text and Markdown, a <head> around HTML
  bool boilerplate = false;  // JSON carries the stripped blocks
  bool comments = false;     // readers' comments, as a field of JSON and a section of all others
};

}  // namespace thresh
