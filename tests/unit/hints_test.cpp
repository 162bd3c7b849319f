#include "judge/hints.hpp"

#include "judge/looks.hpp"
#include "support/segmented.hpp"

using namespace thresh;
using judge::hints_in;
using thresh::testing::document_of;

namespace {

// The names that hold for the paragraph "x" of a page.
judge::LabelSet inherited(const std::string& html) {
  const page::Document document = document_of(html);
  std::vector<bool> prose;
  for (const page::Block& block : document.blocks) prose.push_back(judge::is_prose(block));
  const judge::BlockSums sums(document, prose);
  const auto hints = judge::inherit_hints(
      document, sums, judge::container_hints(document, judge::find_looks(document)));
  for (const page::Block& block : document.blocks) {
    if (document.str(block.text) == "x") return hints.at(block.container);
  }
  FAIL("no such block");
  return {};
}

const std::string kStory =
    "<p>The harbour was closed on Monday, and nobody had been told the reason for it.</p>";

}  // namespace

TEST_CASE("names are whole tokens, however they are joined and in any case") {
  CHECK(hints_in("newsletter").has(Label::kNewsletter));
  CHECK(hints_in("Post-NEWSLETTER__box").has(Label::kNewsletter));
  CHECK(hints_in("siteNewsletterBox").has(Label::kNewsletter));
  CHECK(hints_in("mc4wp-form").has(Label::kNewsletter));
  CHECK(hints_in("newsletterish").empty());
  CHECK(hints_in("shares-the-word broadside").has(Label::kSharing));
  CHECK_FALSE(hints_in("broadside").has(Label::kOther));
  CHECK(hints_in("").empty());
  CHECK(hints_in("--- __").empty());
}

TEST_CASE("one name may say several things") {
  const judge::LabelSet hints = hints_in("comments author");
  CHECK(hints.has(Label::kComments));
  CHECK(hints.has(Label::kByline));
  CHECK_FALSE(hints.has(Label::kNavigation));
}

TEST_CASE("tags, ids and roles count like classes") {
  CHECK(inherited("<nav><p>x</p></nav>" + kStory).has(Label::kNavigation));
  CHECK(inherited("<div id=footer><p>x</p></div>" + kStory).has(Label::kOther));
  CHECK(inherited("<div role=navigation><p>x</p></div>" + kStory).has(Label::kNavigation));
  CHECK(inherited("<div title=navigation><p>x</p></div>" + kStory).empty());
}

TEST_CASE("names hold for all that stands inside") {
  CHECK(inherited("<div class=comments><div><div><p>x</p></div></div></div>" + kStory)
            .has(Label::kComments));
}

TEST_CASE("names say nothing against what holds the body") {
  const std::string body = "<div class='has-newsletter no-comments'>" + kStory + "<p>x</p></div>";
  CHECK(inherited(body).empty());
  CHECK(inherited("<div class='article comments'>" + kStory + "<p>x</p></div>")
            .has(Label::kParagraph));
}
