// All that metadata is read from, made of a page as HTML and of what the judge would say of it.
#pragma once

#include <string>
#include <string_view>

#include "metadata/place.hpp"
#include "support/segmented.hpp"

namespace thresh::testing {

// Headings of the first rank are the headline, blocks of eight words and more the body, blocks
// before them with a class that holds "byline" a byline.
class PageFacts {
 public:
  explicit PageFacts(std::string_view html, std::string_view url = "https://lantern.example/a")
      : url_(url), document_(document_of(html)), decisions_(decide()) {}

  metadata::Facts facts() const {
    return {document_,
            decisions_,
            url_,
            url_,
            metadata::JsonLd(document_),
            metadata::find_place(document_, decisions_),
            {2026, 12, 31}};
  }

 private:
  judge::Decisions decide() const {
    constexpr std::uint32_t kBodyWords = 8;
    judge::Decisions decisions(document_.blocks.size());
    for (std::size_t i = 0; i < decisions.size(); ++i) {
      const page::Block& block = document_.blocks[i];
      const bool title = block.type == page::BlockType::kHeading && block.level == 1;
      decisions[i].keep = title || block.words >= kBodyWords;
      decisions[i].label = title                                               ? Label::kTitle
                           : block.words >= kBodyWords                         ? Label::kParagraph
                           : metadata::is_named(document_, block, "byline", 0) ? Label::kByline
                           : metadata::is_named(document_, block, "paywall", 0)
                               ? Label::kSubscription
                               : Label::kOther;
    }
    return decisions;
  }

  std::string url_;
  page::Document document_;
  judge::Decisions decisions_;
};

inline std::string json_ld(std::string_view json) {
  return "<script type='application/ld+json'>" + std::string(json) + "</script>";
}

inline constexpr std::string_view kStory =
    "<h1>Old bridge opens again</h1>"
    "<p>The old bridge opened again on Monday after a year of work on its piers.</p>"
    "<p>Divers had found that six of the nine piers stood on rock and not on mud.</p>";

}  // namespace thresh::testing
