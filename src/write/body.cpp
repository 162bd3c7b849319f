#include "write/body.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "base/ascii.hpp"

namespace thresh::writers {
namespace {

constexpr int kMaxItemNumber = 999'999'999;  // CommonMark's limit

bool is_blank(std::string_view text) { return base::trim(text).empty(); }

int quote_depth(const Block& block) {
  return std::clamp(block.quote_depth, block.label == Label::kQuote ? 1 : 0, kMaxQuoteDepth);
}

// 0 for a bullet, and for numbers that not every format can write.
int item_number(const Block& block) {
  return block.item_number > 0 && block.item_number <= kMaxItemNumber ? block.item_number : 0;
}

class Walker {
 public:
  Walker(const Article& article, BodyVisitor& visitor) : article_(article), visitor_(visitor) {}

  void walk(bool images) {
    const std::vector<Block>& blocks = article_.blocks;
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      if (!blocks[i].in_text || is_blank(blocks[i].text)) continue;
      if (images) visit_images_before(i);
      visit(blocks[i]);
    }
    set_nesting(0, 0);
    if (images) visit_figures(article_.images.size());
  }

  void walk_comments() {
    const std::vector<const Block*> comments = comments_of(article_);
    if (comments.empty()) return;
    visitor_.enter_comments();
    for (const Block* comment : comments) visit(*comment);
    set_nesting(0, 0);
    visitor_.leave_comments();
  }

 private:
  void visit(const Block& block) {
    if (block.label == Label::kList) {
      visit_item(block);
    } else {
      set_nesting(quote_depth(block), 0);
      visitor_.visit_block(block);
    }
  }

  void visit_item(const Block& block) {
    const auto level = static_cast<std::size_t>(std::clamp(block.level, 1, kMaxListDepth));
    set_nesting(quote_depth(block), level);
    if (!block.item_continues || next_numbers_.size() < level) {
      open_item(level, item_number(block));
    }
    visitor_.visit_block(block);
  }

  // A list goes on as long as its items are bullets, or each number follows the one before.
  void open_item(std::size_t level, int number) {
    if (next_numbers_.size() == level && next_numbers_.back() != number) {
      set_nesting(quote_depth_, level - 1);
    }
    if (next_numbers_.size() == level) {
      visitor_.leave_item();
      visitor_.enter_item();
    }
    while (next_numbers_.size() < level) {
      const bool skipped = next_numbers_.size() + 1 < level;
      visitor_.enter_list(skipped ? 0 : number);
      visitor_.enter_item();
      next_numbers_.push_back(0);
    }
    next_numbers_.back() = number == 0 ? 0 : number + 1;
  }

  // Lists deeper than list_depth end, all of them where the quote depth changes.
  void set_nesting(int quotes, std::size_t list_depth) {
    if (quotes != quote_depth_) list_depth = 0;
    while (next_numbers_.size() > list_depth) {
      visitor_.leave_item();
      visitor_.leave_list();
      next_numbers_.pop_back();
    }
    for (; quote_depth_ > quotes; --quote_depth_) visitor_.leave_quote();
    for (; quote_depth_ < quotes; ++quote_depth_) visitor_.enter_quote();
  }

  // Images inside a list wait for its end: they would tear it apart.
  void visit_images_before(std::size_t block_index) {
    const std::vector<Image>& images = article_.images;
    if (next_image_ == images.size() || place_of(next_image_) > block_index) return;
    const Block& block = article_.blocks[block_index];
    const int quotes = quote_depth(block);
    if (block.label == Label::kList && !next_numbers_.empty() && quotes == quote_depth_) return;
    std::size_t end = next_image_;
    while (end < images.size() && place_of(end) <= block_index) ++end;
    set_nesting(std::min(quotes, quote_depth_), 0);
    visit_figures(end);
  }

  void visit_figures(std::size_t end) {
    while (next_image_ < end) {
      const std::size_t first = next_image_;
      const std::size_t place = place_of(first);
      while (next_image_ < end && place_of(next_image_) == place) ++next_image_;
      const std::span<const Block> captions = take_captions(place, place_of(next_image_));
      const std::span<const Image> images(article_.images);
      visitor_.visit_figure({images.subspan(first, next_image_ - first), captions});
    }
  }

  // Index of the block that an image stands before.
  std::size_t place_of(std::size_t image) const {
    const std::size_t end = article_.blocks.size();
    return image < article_.images.size() ? std::min(article_.images[image].before_block, end)
                                          : end;
  }

  // The captions from `place` on, up to where the next image stands; without any, those right
  // before it. Each is taken once.
  std::span<const Block> take_captions(std::size_t place, std::size_t next_place) {
    const std::span<const Block> blocks(article_.blocks);
    const auto is_caption = [&](std::size_t i) { return blocks[i].label == Label::kCaption; };
    std::size_t begin = place;
    std::size_t end = place;
    while (end < next_place && is_caption(end)) ++end;
    if (begin == end) {
      while (begin > captions_taken_ && is_caption(begin - 1)) --begin;
    }
    captions_taken_ = end;
    return blocks.subspan(begin, end - begin);
  }

  const Article& article_;
  BodyVisitor& visitor_;
  int quote_depth_ = 0;
  std::vector<int> next_numbers_;  // a list that is open each: number of its next item, 0: bullets
  std::size_t next_image_ = 0;
  std::size_t captions_taken_ = 0;  // among the blocks before this one
};

}  // namespace

void walk_body(const Article& article, bool images, BodyVisitor& visitor) {
  Walker(article, visitor).walk(images);
}

void walk_comments(const Article& article, BodyVisitor& visitor) {
  Walker(article, visitor).walk_comments();
}

std::vector<const Block*> comments_of(const Article& article) {
  std::vector<const Block*> comments;
  for (const Block& block : article.boilerplate) {
    if (block.label == Label::kComments && !is_blank(block.text)) comments.push_back(&block);
  }
  return comments;
}

}  // namespace thresh::writers
