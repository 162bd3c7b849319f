// Reads ahead over the content of an <svg> or <math> element, to see whether all of it stays
// inside: some tags end SVG or MathML, some hold HTML, and stray end tags reach out of it.
//
// In: where the content begins. Out: where the element ends, or that it is doubtful. Never: looks
// at the same byte twice after a success.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "page/lexer.hpp"

namespace thresh::page {

class ForeignReader {
 public:
  explicit ForeignReader(std::string_view page) : lexer_(page) {}

  // Where an svg element, whose content begins at `begin`, ends: behind its end tag, or at the end
  // of the page. Nothing if its content cannot be left out without a doubt.
  std::optional<std::size_t> end_of_svg(std::size_t begin);

  // Whether a math element is as well-formed as XML, so that each of its tags does what it seems
  // to.
  bool math_is_plain(std::size_t begin);

 private:
  std::optional<std::size_t> read(std::size_t begin, bool svg);
  bool start_tag();
  bool end_tag();
  bool is_safe_in_foreign() const;

  Lexer lexer_;
  Token token_;
  std::vector<std::string_view> open_;
  bool svg_ = false;           // else math
  bool in_html_text_ = false;  // in an element that holds HTML; only text is safe there
};

}  // namespace thresh::page
