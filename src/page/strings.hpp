// Copies values from the Dom into Document::text, cleaned and trimmed.
//
// Values may be copied more often than they stand on the page (the parser clones elements), so all
// together are bounded; a value past that is empty, which no page but a hostile one will see.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/slice.hpp"
#include "page/dom.hpp"

namespace thresh::page {

class Strings {
 public:
  Strings(std::string& text, std::size_t page_bytes)
      : text_(text), bytes_left_(4 * page_bytes + 1'000'000) {}

  // From here on values are empty.
  bool exhausted() const { return exhausted_; }

  base::Slice add(std::string_view text);

  // Empty for nullptr.
  base::Slice add(const DomAttribute* attribute);
  base::Slice add_lower(const DomAttribute* attribute);
  base::Slice add_collapsed(const DomAttribute* attribute);  // as text: see white_space.hpp

  // The texts right inside an element; as one line, or as they stand.
  base::Slice add_text_of(const Dom& dom, std::uint32_t element, bool collapsed);

 private:
  bool spend(std::size_t bytes);
  base::Slice trimmed(std::size_t begin) const;

  std::string& text_;
  std::size_t bytes_left_;
  bool exhausted_ = false;
};

}  // namespace thresh::page
