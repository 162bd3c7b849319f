#include "judge/strays.hpp"

#include <string>
#include <string_view>

#include "judge/measures.hpp"
#include "support/segmented.hpp"
#include "support/story.hpp"

using namespace thresh;
using test::story_page;
using thresh::testing::document_of;

namespace {

// "" if the text is none, else its label; "place" where the place alone tells.
std::string stray(const std::string& html, std::string_view text) {
  const page::Document document = document_of(html);
  const auto strays = judge::find_strays(document, judge::measure(document));
  for (std::size_t i = 0; i < strays.size(); ++i) {
    if (document.str(document.blocks[i].text) != text) continue;
    if (!strays[i].found) return "";
    return strays[i].reason.empty() ? "place" : std::string(label_name(strays[i].label));
  }
  return "no such block";
}

}  // namespace

TEST_CASE("names and dates between headline and story are none of it") {
  CHECK(stray(story_page("<div>Anna Berg, Port Reporter</div>"), "Anna Berg, Port Reporter") ==
        "place");
  CHECK(stray(story_page("<div>3 May 2024, 11:20</div>"), "3 May 2024, 11:20") == "place");
  CHECK(stray(story_page("<div>Shipping</div>"), "Shipping") == "place");
}

TEST_CASE("a standfirst stays, with or without a full stop") {
  constexpr std::string_view kLine = "Ferries are stuck and nobody knows why it happened now";
  CHECK(stray(story_page("<p>" + std::string(kLine) + "</p>"), kLine).empty());
}

TEST_CASE("the byline may stand below the standfirst") {
  const std::string html =
      "<title>The harbour stays closed for a week</title><h1>The harbour stays closed for a "
      "week</h1><div><p>Nobody in the town was told why the ferries would not sail on Monday.</p>"
      "<p>By Anna Berg, 3 May 2024</p>" +
      test::story_paragraph(1) + test::story_paragraph(2) + test::story_paragraph(3) + "</div>";
  CHECK(stray(html, "By Anna Berg, 3 May 2024") == "byline");
}

TEST_CASE("buttons go, but for questions that open their answers") {
  CHECK(stray(story_page("", "<button>Listen</button>"), "Listen") == "other");
  const std::string faq = story_page("", "<button>Why did the ferries stay?</button>");
  CHECK(stray(faq, "Why did the ferries stay?").empty());
}

TEST_CASE("a line that starts as a link to another story goes with its link") {
  const std::string inside = "<p><b>Read also:</b> <a href=/a>Gulls take the pier</a></p>";
  CHECK(stray(story_page("", inside), "Read also: Gulls take the pier") == "related");
  const std::string apart =
      "<div><div>Read more</div><div><a href=/a>Gulls take the pier</a></div></div>";
  CHECK(stray(story_page("", apart), "Read more") == "related");
  CHECK(stray(story_page("", apart), "Gulls take the pier") == "related");
}

TEST_CASE("a sentence that starts with such words and links nothing stays") {
  const std::string inside = "<p>Read more books, the deputy told the children on Monday.</p>";
  CHECK(stray(story_page("", inside), "Read more books, the deputy told the children on Monday.")
            .empty());
}

TEST_CASE("copyright lines go even if they hold sentences") {
  const std::string line = "© 2024 Harbour Post. No part may be printed again without leave.";
  CHECK(stray(story_page("", "", "<p>" + line + "</p>"), line) == "legal");
}

TEST_CASE("captions without figcaption are kept beside the body") {
  const std::string inside = "<div><img src=a.jpg><span>Ferries at their berths</span></div>";
  CHECK(stray(story_page("", inside), "Ferries at their berths") == "caption");
}

TEST_CASE("a second copy of the headline goes") {
  const std::string html = story_page("", "<h2>The harbour stays closed for a week</h2>");
  const page::Document document = document_of(html);
  const auto strays = judge::find_strays(document, judge::measure(document));
  REQUIRE(document.blocks[3].type == page::BlockType::kHeading);
  CHECK(strays[3].found);
  CHECK_FALSE(strays[0].found);
}

TEST_CASE("a page without a story keeps its short lines") {
  CHECK(stray("<h1>Blue kettle</h1><p>Holds 2 litres</p><button>Buy</button>", "Buy").empty());
}

TEST_CASE("a request to switch scripts on is none of a page, story or not") {
  CHECK(stray("<p>Gulls</p><noscript><p>Bitte JavaScript einschalten.</p></noscript>",
              "Bitte JavaScript einschalten.") == "other");
  CHECK(stray("<p>Gulls</p><noscript><p>The ferries stayed in port.</p></noscript>",
              "The ferries stayed in port.") == "");
  CHECK(stray("<p>JavaScript is a language.</p>", "JavaScript is a language.") == "");
}
