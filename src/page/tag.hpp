// Elements as thresh names them. The table is tags.inc.
#pragma once

#include <cstdint>
#include <string_view>

namespace thresh::page {

enum class Tag : std::uint8_t {
  kText,     // not an element: a run of text
  kUnknown,  // an element without a row in tags.inc
#define THRESH_TAG(enumerator, name, traits) enumerator,
#include "page/tags.inc"
#undef THRESH_TAG
  kCount
};

enum TagTraits : std::uint8_t {
  kInline = 0,      // flows with the text around it
  kBlock = 1 << 0,  // ends the text before it and starts its own
  kVoid = 1 << 1,   // has no content
  kSkip = 1 << 2,   // its content is never text of the page
};

// Lower-case element name; "" for kText and kUnknown.
std::string_view tag_name(Tag tag);
std::uint8_t tag_traits(Tag tag);

// The tag of an element's name in any case; kUnknown if it has no row.
Tag tag_from_name(std::string_view name);

// 1–6 for h1–h6, else 0.
inline int heading_level(Tag tag) {
  return tag >= Tag::kH1 && tag <= Tag::kH6 ? static_cast<int>(tag) - static_cast<int>(Tag::kH1) + 1
                                            : 0;
}

}  // namespace thresh::page
