// What later stages know of a page: its blocks of text, the containers they stand in, links,
// images and head facts. All strings live in Document::text; everything else refers to it by Slice.
// After segment() it is const.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/slice.hpp"
#include "page/attribute.hpp"
#include "page/tag.hpp"

namespace thresh::page {

using base::Slice;

inline constexpr std::uint32_t kNone = 0xFFFFFFFF;

// An attribute of a container, cleaned.
struct ContainerAttribute {
  Attribute name;
  Slice value;
};

// An element that holds blocks: every block-level or custom element, and inline elements that
// contain one. Containers stand in document order; containers[0] is <body>.
struct Container {
  Tag tag = Tag::kUnknown;
  bool hidden = false;  // itself or an ancestor: hidden, display:none, aria-hidden
  std::uint16_t attribute_count = 0;
  std::uint16_t inputs = 0;           // form fields right inside (not hidden ones, not in a child)
  std::uint16_t email_inputs = 0;     // of them, for an e-mail address
  std::uint32_t first_attribute = 0;  // in Document::attributes
  std::uint32_t parent = kNone;       // kNone for containers[0] only
  std::uint32_t depth = 0;            // containers above it
  std::uint32_t end = 0;              // its descendants are the containers (i, end)
  std::uint32_t first_block = 0;      // its blocks and those of its descendants are
  std::uint32_t end_block = 0;        // [first_block, end_block)
  Slice name;                         // kUnknown: the element's name
};

enum class BlockType : std::uint8_t {
  kParagraph,  // any run of text without a better type
  kHeading,
  kListItem,
  kCode,       // <pre>: white space as it stands
  kTableCell,  // in a table of data; cells of layout tables are kParagraph
  kCaption,    // figcaption, caption
  kControl,    // button, label, legend, summary
};

struct Block {
  BlockType type = BlockType::kParagraph;
  std::uint8_t level = 0;          // heading: 1–6; list item: nesting depth from 1
  std::uint8_t quote_depth = 0;    // open blockquotes
  bool hidden = false;             // as Container::hidden, or in a hidden inline element
  bool noscript = false;           // inside <noscript>
  bool item_continues = false;     // list item: not the first block of its <li>
  bool after_break = false;        // split from the block before it by <br>
  std::uint8_t sentences = 0;      // full stops that end a sentence, at most 255
  std::uint32_t item_number = 0;   // list item of an <ol>: its number; 0: bullet
  std::uint32_t cell = kNone;      // table cell: index into Document::cells
  std::uint32_t container = 0;     // the innermost one
  Slice text;                      // white space collapsed, but for code
  Slice language;                  // code: from class "language-x", "lang-x", data-lang …
  std::uint32_t source_begin = 0;  // bytes of the decoded page: first to last character, mark-up
  std::uint32_t source_end = 0;    // between them included
  std::uint32_t words = 0;         // base::count_words
  std::uint32_t link_words = 0;    // of them inside links
  std::uint32_t first_link = 0, end_link = 0;  // in Document::links
  std::uint32_t first_mark = 0, end_mark = 0;  // in Document::marks
};

struct Link {
  Slice text;           // its words, inside the text of its block
  Slice href;           // as on the page, cleaned, white space trimmed; not resolved
  bool author = false;  // rel=author
};

// A stretch of a block with a meaning of its own; they may nest. Only a time may have no text.
enum class MarkType : std::uint8_t { kCode, kStrong, kEmphasis, kTime, kAuthor, kItemprop };
struct Mark {
  MarkType type;
  Slice text;   // inside the text of its block
  Slice value;  // time: datetime; author: href; itemprop: its name; else empty
};

struct Image {
  Slice source;  // lazy ones resolved: data-src, srcset, <picture>; never a data: URI
  Slice alt;
  std::uint32_t container = 0;
  std::uint32_t before_block = 0;       // index of the block it stands before
  std::uint32_t width = 0, height = 0;  // as declared; 0: not
};

struct TableCell {
  std::uint32_t table = 0;  // container of the <table>
  std::uint32_t row = 0, column = 0;
  bool header = false;
};

struct Meta {
  Slice name;  // name, property, itemprop or http-equiv, lower case
  Slice content;
  Attribute key;  // which of these attributes it was
};

struct LinkElement {
  Slice rel;  // lower case
  Slice href;
  Slice type;
  Slice hreflang;
};

struct Document {
  std::string text;

  std::vector<Block> blocks;  // in document order
  std::vector<Container> containers;
  std::vector<ContainerAttribute> attributes;
  std::vector<Link> links;
  std::vector<Mark> marks;
  std::vector<Image> images;
  std::vector<TableCell> cells;

  std::vector<Meta> metas;                 // head and body
  std::vector<LinkElement> link_elements;  // head and body
  std::vector<Slice> json_ld;              // texts of <script type=application/ld+json>
  Slice title;                             // first <title>
  Slice base_href;                         // first <base href>
  Slice language;                          // <html lang>
  Slice saved_from;           // URL in a browser's "saved from url" or SingleFile's "url:" comment
  std::uint32_t scripts = 0;  // <script> elements that are not JSON-LD

  std::string_view str(Slice slice) const { return slice.of(text); }

  // The container's attribute, "" if it has none.
  std::string_view attribute(const Container& container, Attribute name) const {
    for (std::uint32_t i = 0; i < container.attribute_count; ++i) {
      const ContainerAttribute& a = attributes[container.first_attribute + i];
      if (a.name == name) return str(a.value);
    }
    return {};
  }
};

}  // namespace thresh::page
