// What extract() hands back: the body of a page, what was stripped from it, and what is known
// about it. Article owns its strings; all text is valid UTF-8 without control characters other
// than newline and tab.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace thresh {

// What kind of page this is. The text may be non-empty for any verdict.
enum class Verdict : std::uint8_t {
  kArticle,      // a main body was found, whatever the page's type
  kIndex,        // a list of links to articles
  kConsentWall,  // nothing but a consent dialog
  kPaywallStub,  // a teaser and a request to subscribe
  kJsShell,      // the text is made by scripts, which are not run
  kErrorPage,    // "page not found" and the like
  kNotHtml,      // PDF, image, MHTML …: see Article::content_kind
  kEmpty,        // no text at all
};
std::string_view verdict_name(Verdict verdict);  // "article", "consent_wall" …

// How a page is built, whatever its verdict.
enum class PageType : std::uint8_t {
  kArticle,        // one text: news, blog
  kForum,          // contributions of several people
  kProduct,        // one thing that is sold
  kCollection,     // a shop's or a library's overview of things
  kListing,        // an overview of texts
  kDocumentation,  // a manual, a reference
  kService,        // what an enterprise or authority offers
};
inline constexpr std::size_t kPageTypeCount = static_cast<std::size_t>(PageType::kService) + 1;
std::string_view page_type_name(PageType type);  // "article" …
std::optional<PageType> page_type_from_name(std::string_view name);

// What a block is. The first group is the body, the second is kept beside it, the third stripped.
enum class Label : std::uint8_t {
  kSummary,  // standfirst
  kHeading,
  kParagraph,
  kList,
  kQuote,
  kCode,
  kTable,

  kTitle,
  kCaption,

  kSubscription,
  kNewsletter,
  kAppeal,
  kConsent,
  kAdvertisement,
  kRelated,
  kSharing,
  kComments,
  kNavigation,
  kByline,
  kLegal,
  kOther,
};
inline constexpr std::size_t kLabelCount = static_cast<std::size_t>(Label::kOther) + 1;

enum class LabelGroup : std::uint8_t { kBody, kBeside, kStripped };
std::string_view label_name(Label label);  // "summary", "newsletter" …
LabelGroup label_group(Label label);

// A stretch of Block::text, in bytes.
struct Span {
  std::size_t begin = 0;
  std::size_t length = 0;
};

struct Link {
  Span span;         // the link's words; never crosses a cell or line of a table
  std::string href;  // absolute where a base is known; http, https or mailto
};

// A piece of the page, in page order.
struct Block {
  Label label = Label::kParagraph;
  bool in_text = true;  // part of the body's text; false for titles, captions and stripped blocks

  // White space is collapsed, except in code. A table has a line a row and a tab between cells.
  std::string text;
  std::vector<Link> links;  // in text order, not overlapping
  std::vector<Span> code;   // inline code, in text order, not overlapping

  int level = 0;        // heading: 1–6; list item: nesting depth from 1; else 0
  int quote_depth = 0;  // how many quotations it stands in; at least 1 for Label::kQuote

  // List items only. A list is as many blocks as it has items; an item that holds several
  // paragraphs is several blocks, all but the first with item_continues.
  bool item_continues = false;
  int item_number = 0;  // 0: bullet; else the number shown

  int header_rows = 0;   // table: how many of its first rows are headers (0 or 1)
  std::string language;  // code: "python", "js" …, empty if not known

  double score = 0;       // how much it looks like body: 0 to 1
  std::string reason;     // why it was kept or stripped, for people
  std::size_t begin = 0;  // bytes of the decoded page it came from: [begin, end)
  std::size_t end = 0;
  std::size_t position = 0;  // place among all blocks of the page, kept and stripped
};

struct Image {
  std::string url;               // absolute where a base is known
  std::string alt;               // may be empty
  std::size_t before_block = 0;  // index in Article::blocks of the block it stands before
};

// A metadata value and where it came from ("og:title", "json-ld", "h1" …). Empty value: not known.
struct Field {
  std::string value;
  std::string source;
};

// Several values, and where they came from.
struct ListField {
  std::vector<std::string> values;
  std::string source;
};

// Whether the whole text is open to everybody.
enum class Access : std::uint8_t {
  kUnknown,
  kFree,          // the page declares so
  kDeclaredPaid,  // the page declares that readers pay for (parts of) it; the text may be all there
  kTruncated,     // the text breaks off: a request to pay follows, or more text is declared
};
std::string_view access_name(Access access);  // "free", "declared_paid" …

struct AccessField {
  Access value = Access::kUnknown;
  std::vector<std::string> evidence;  // "json-ld: isAccessibleForFree is false" …
};

struct Metadata {
  Field title;        // the visible headline, without the site's name
  ListField authors;  // people or organisations; none rather than wrong ones
  Field published;    // ISO 8601, with the precision and zone found: "2024-03-05T07:30+01:00"
  Field modified;     // the same; empty if it would repeat published
  Field site;
  Field description;
  Field language;  // BCP 47; "text" as source: the text is in another one than the page declares
  Field image;     // absolute URL
  Field section;
  ListField tags;
  Field licence;        // URL or words
  Field canonical_url;  // absolute
  AccessField access;
};

// The charset a page was decoded from, and who said so.
struct Charset {
  std::string name;       // WHATWG name: "utf-8", "windows-1252" …
  std::string_view from;  // "bom", "option", "content-type", "meta", "detected" or "default"
};

struct Article {
  Verdict verdict = Verdict::kEmpty;
  std::optional<double> confidence;  // expected quality of the text, 0 to 1
  std::optional<PageType> page_type;
  std::string content_kind;  // Verdict::kNotHtml: "PDF", "MHTML" …; else empty

  std::string url;  // of the page, if known: given, or what a saved page says of itself
  Charset charset;
  Metadata metadata;

  std::vector<Block> blocks;       // body, and what is kept beside it, in page order
  std::vector<Block> boilerplate;  // stripped, in page order
  std::vector<Image> images;       // of the body, in page order

  std::size_t word_count =
      0;  // of the blocks with in_text; a character each in scripts without spaces
  std::string text_source;  // "json-ld" if the page shows no article but declares its text there
  std::vector<std::string> warnings;
};

}  // namespace thresh
