#include <string>
#include <string_view>

#include "judge/judge.hpp"
#include "support/segmented.hpp"
#include "support/story.hpp"

using namespace thresh;
using test::story_page;
using thresh::testing::document_of;

namespace {

// The decision on the block with that text when the scorer takes everything for body.
judge::Decision decision(const std::string& html, std::string_view text) {
  const page::Document document = document_of(html);
  const judge::Measures measures = judge::measure(document);
  judge::Scores scores;
  scores.body.assign(document.blocks.size(), 0.99F);
  scores.labels.assign(document.blocks.size(), judge::Lanes{});
  const judge::Decisions decisions = judge::label(document, measures, scores);
  for (std::size_t i = 0; i < decisions.size(); ++i) {
    if (document.str(document.blocks[i].text) == text) return decisions[i];
  }
  FAIL("no such block");
  return {};
}

}  // namespace

TEST_CASE("strays are stripped whatever the score") {
  const judge::Decision button = decision(story_page("", "<button>Listen</button>"), "Listen");
  CHECK_FALSE(button.keep);
  CHECK(button.label == Label::kOther);
  const judge::Decision byline =
      decision(story_page("<p>By Anna Berg, 3 May 2024</p>"), "By Anna Berg, 3 May 2024");
  CHECK_FALSE(byline.keep);
  CHECK(byline.label == Label::kByline);
}

TEST_CASE("captions without figcaption are kept, and are not body") {
  const std::string inside = "<div><img src=a.jpg><span>Ferries at their berths</span></div>";
  const judge::Decision caption = decision(story_page("", inside), "Ferries at their berths");
  CHECK(caption.keep);
  CHECK(caption.label == Label::kCaption);
  const judge::Decision above = decision(story_page(inside), "Ferries at their berths");
  CHECK(above.keep);
  CHECK(above.label == Label::kCaption);
}

TEST_CASE("a prompt keeps its name though it looks like a stray") {
  const std::string box =
      "<div><p>Fem minuter om hamnen.</p><input type=email><button>Ja tack</button></div>";
  CHECK(decision(story_page("", box), "Ja tack").label == Label::kNewsletter);
}

TEST_CASE("the headline stands beside the text") {
  const judge::Decision headline = decision(story_page(""), "The harbour stays closed for a week");
  CHECK(headline.keep);
  CHECK(headline.label == Label::kTitle);
}
