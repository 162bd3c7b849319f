// Captions and credits that no <figcaption> holds.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "judge/hints.hpp"
#include "page/document.hpp"

namespace thresh::judge {

// Starts as a credit does: a word for "photo" in some language, then a colon or the like.
bool is_credit_line(std::string_view text);

class Captions {
 public:
  Captions(const page::Document& document, const std::vector<LabelSet>& hints);

  // Whether block i is named like a caption, reads like a credit, or is the only short text in the
  // small container of an image, on a page with few such texts.
  bool has(std::uint32_t i) const;

 private:
  bool is_named(std::uint32_t container) const;
  bool is_beside_image(const page::Block& block) const;

  const page::Document& document_;
  const std::vector<LabelSet>& hints_;
  std::vector<bool> holds_image_;  // of each container: it or one in it
  std::uint32_t beside_images_ = 0;
};

}  // namespace thresh::judge
