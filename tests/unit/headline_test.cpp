#include "judge/headline.hpp"

#include "judge/measures.hpp"
#include "support/segmented.hpp"
#include "support/story.hpp"

using namespace thresh;
using test::story_paragraph;
using thresh::testing::document_of;

namespace {

// The text of the headline; "" if there is none.
std::string headline(const std::string& html) {
  const page::Document document = document_of(html);
  const judge::Measures measures = judge::measure(document);
  if (measures.headline == page::kNone) return {};
  return std::string(document.str(document.blocks[measures.headline].text));
}

const std::string kTitle = "<title>The harbour stays closed | The Strait</title>";
const std::string kStory = story_paragraph(1) + story_paragraph(2);

}  // namespace

TEST_CASE("the headline is the heading that says the title, whatever its level") {
  CHECK(headline(kTitle + "<h1>The Strait</h1><h2>The harbour stays closed</h2>" + kStory) ==
        "The harbour stays closed");
  CHECK(headline(kTitle + "<h3>The harbour stays closed</h3><h2>More</h2>" + kStory) ==
        "The harbour stays closed");
}

TEST_CASE("a text that is no heading is the headline if it says the title itself") {
  CHECK(headline(kTitle + "<div><b>The harbour stays closed</b></div>" + kStory) ==
        "The harbour stays closed");
  CHECK(headline(kTitle + "<div>The harbour</div>" + kStory).empty());
}

TEST_CASE("og:title counts like the title") {
  CHECK(headline("<title>Story 17</title><meta property=og:title content='Ferries stay in port'>"
                 "<h2>Archive</h2><h2>Ferries stay in port</h2>" +
                 kStory) == "Ferries stay in port");
}

TEST_CASE("a visible heading goes before a hidden copy and before a link that says the same") {
  const std::string text = "The harbour stays closed";
  const page::Document document =
      document_of(kTitle + "<h1 hidden>" + text + "</h1><h1><a href=/>" + text + "</a></h1><h1>" +
                  text + "</h1>" + kStory);
  const judge::Measures measures = judge::measure(document);
  CHECK(measures.headline == 2);
}

TEST_CASE("without a title the first visible h1 is the headline, and without that there is none") {
  CHECK(headline("<h1 hidden>Menu</h1><h1>Ferries stay in port</h1>" + kStory) ==
        "Ferries stay in port");
  CHECK(headline("<h2>Ferries stay in port</h2>" + kStory).empty());
  CHECK(headline("").empty());
}
