#include "judge/captions.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "base/words.hpp"

namespace thresh::judge {
namespace {

using page::Block;
using page::BlockType;

constexpr std::string_view kCreditWords[] = {
    "photo",  "photos",  "photograph", "photography", "picture", "pictures", "image",
    "images", "credit",  "credits",    "crédit",      "crédits", "foto",     "fotos",
    "bild",   "bilder",  "imagen",     "fotografía",  "imagem",  "immagine", "beeld",
    "kuva",   "zdjęcie", "fot",        "fotó",        "фото",    "صورة",
};

// What may follow such a word in a credit.
constexpr std::string_view kMarks[] = {":", "/", "©", "by ", "par ", "von ", "de ", "di "};

// In words: captions are longer than credits, and may be sentences.
constexpr std::uint32_t kCredit = 15;
constexpr std::uint32_t kCaption = 60;
constexpr std::uint32_t kUnnamedCaption = 20;

// A page with more texts beside images is a gallery or a list with icons.
constexpr std::uint32_t kMostUnnamed = 6;

bool same_word(std::string_view a, std::string_view b) {
  return base::word_hash(a) == base::word_hash(b);
}

}  // namespace

bool is_credit_line(std::string_view text) {
  base::WordReader reader(text);
  const std::string_view word = reader.next();
  const bool known = std::any_of(std::begin(kCreditWords), std::end(kCreditWords),
                                 [&](std::string_view credit) { return same_word(word, credit); });
  if (word.empty() || !known) return false;
  const std::size_t end = static_cast<std::size_t>(word.data() - text.data()) + word.size();
  const std::string_view rest = base::trim(text.substr(end));
  return std::any_of(std::begin(kMarks), std::end(kMarks), [&](std::string_view mark) {
    return base::starts_with_ignore_case(rest, mark);
  });
}

Captions::Captions(const page::Document& document, const std::vector<LabelSet>& hints)
    : document_(document), hints_(hints), holds_image_(document.containers.size(), false) {
  for (const page::Image& image : document.images) holds_image_[image.container] = true;
  for (std::size_t c = document.containers.size(); c-- > 1;) {
    if (holds_image_[c]) holds_image_[document.containers[c].parent] = true;
  }
  for (const Block& block : document.blocks) beside_images_ += is_beside_image(block) ? 1 : 0;
}

bool Captions::has(std::uint32_t i) const {
  const Block& block = document_.blocks[i];
  if (block.type != BlockType::kParagraph) return false;
  if (block.words <= kCaption && is_named(block.container)) return true;
  if (block.words <= kCredit && is_credit_line(document_.str(block.text))) return true;
  return beside_images_ <= kMostUnnamed && is_beside_image(block);
}

bool Captions::is_named(std::uint32_t container) const {
  if (hints_[container].has(Label::kCaption)) return true;
  const std::uint32_t parent = document_.containers[container].parent;
  if (parent == page::kNone || !hints_[parent].has(Label::kCaption)) return false;
  const page::Container& outer = document_.containers[parent];
  return outer.end_block - outer.first_block <= 3;
}

// The image and its text share a container that holds nothing else, which is at most the parent of
// the text's own.
bool Captions::is_beside_image(const Block& block) const {
  if (block.type != BlockType::kParagraph || block.words > kUnnamedCaption) return false;
  if (block.link_words > 0) return false;
  std::uint32_t c = block.container;
  for (int level = 0; level < 2 && c != page::kNone; ++level) {
    const page::Container& container = document_.containers[c];
    if (container.end_block - container.first_block > 1) return false;
    if (holds_image_[c]) return true;
    c = container.parent;
  }
  return false;
}

}  // namespace thresh::judge
