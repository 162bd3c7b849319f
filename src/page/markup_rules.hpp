// What the pre-pass knows of an element by its name. The table is markup_rules.inc.
#pragma once

#include <cstdint>
#include <string_view>

namespace thresh::page {

// How an element is read.
enum class MarkupKind : std::uint8_t {
  kOrdinary,
  kVoid,          // never has content
  kOddVoid,       // the same; ignored in most places, or taken for another element
  kRoot,          // html, body: a second one adds its attributes to the first
  kScript,        // its text ends at </script>, but for some comments
  kDroppedText,   // its text ends at its end tag, and nobody reads it
  kLiteralText,   // its text ends at its end tag
  kText,          // the same, with character references
  kTextarea,      // the same; ends an open select
  kPreformatted,  // a line feed right behind its start tag is no text
  kInput,         // void; ends an open select
  kSelect,        // ignores most tags inside
  kTemplate,
  kColumn,       // void; a template that begins with it ignores most tags
  kColumnGroup,  // white space in it stays, but not the text behind
  kTablePart,    // may end a select in a table
  kSvg,
  kMath,
  kPlaintext,    // its text is the rest of the page
  kRearranging,  // frameset, isindex: rare, and may replace what was there or add what was not
};

enum MarkupTraits : std::uint16_t {
  kSpecial = 1 << 0,    // "special" in the standard: an unknown end tag looks no further
  kScope = 1 << 1,      // the end tag of a block looks no further
  kClosesP = 1 << 2,    // its start tag closes an open p
  kBreaksOut = 1 << 3,  // its start tag leaves SVG and MathML
  kHoldsHtmlInSvg = 1 << 4,
  kHoldsHtmlInMath = 1 << 5,
  kList = 1 << 6,    // ol, ul
  kButton = 1 << 7,  // button
  kInItem = 1 << 8,  // address, div, p: the start tag of an item looks past them
};

// What a start tag closes first.
enum class StartCloses : std::uint8_t {
  kNothing,
  kSame,        // an open element of the same name
  kItem,        // li
  kDefinition,  // dd, dt
  kHeading,     // h1–h6 right above
  kOption,      // option right above
  kRubyText,    // rb, rp, rt, rtc, and what ends with them
  kRowGroup,    // down to the table
  kRow,         // down to the row group
  kCell,        // down to the row
};

// How far an end tag looks for its element, and what it closes.
enum class EndLooks : std::uint8_t {
  kNearest,        // to the nearest special element
  kInScope,        // to the nearest scope
  kInList,         // the same, or list
  kInButtonScope,  // the same, or button
  kInTable,        // to the nearest table or template
  kAnywhere,
  kAlone,       // leaves what its element holds open
  kFormatting,  // the same, if that is a special element
};

struct MarkupRule {
  MarkupKind kind;
  std::uint16_t traits;
  StartCloses start_closes;
  EndLooks end_looks;

  bool has(std::uint16_t trait) const { return (traits & trait) != 0; }
};

// An element's name, its rule, and a number that equal names share, as do (rarely) two names
// without a row. All headings have the same: the end tag of any closes any other.
struct MarkupName {
  const MarkupRule* rule;
  std::uint32_t id;

  const MarkupRule* operator->() const { return rule; }
  bool has_row() const { return id < kFirstWithoutRow; }

  static constexpr std::uint32_t kFirstWithoutRow = 0x80000000;
};

// Any case.
MarkupName markup_name(std::string_view name);

}  // namespace thresh::page
