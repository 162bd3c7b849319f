#include "judge/prompts.hpp"

#include <string>

#include "judge/looks.hpp"
#include "support/segmented.hpp"
#include "support/story.hpp"

using namespace thresh;
using test::story_page;
using thresh::testing::document_of;

namespace {

// The label of the prompt that the text is part of, "" if it is part of none.
std::string prompt(const std::string& html, std::string_view text) {
  const page::Document document = document_of(html);
  const auto prompts = judge::find_prompts(
      document, judge::read_texts(document),
      judge::container_hints(document, judge::find_looks(document)), judge::find_forms(document));
  for (std::size_t i = 0; i < prompts.size(); ++i) {
    if (document.str(document.blocks[i].text).find(text) == std::string_view::npos) continue;
    return prompts[i].found ? std::string(label_name(prompts[i].label)) : "";
  }
  return "no such block";
}

constexpr std::string_view kAsk = "Fem minuter om hamnen varje morgon.";

}  // namespace

TEST_CASE("a small box with a field for an e-mail address is a sign-up, in any language") {
  const std::string box = "<div><p>" + std::string(kAsk) +
                          "</p><form><input type=email><button>Ja</button></form></div>";
  CHECK(prompt(story_page("", box), kAsk) == "newsletter");
  CHECK(prompt(story_page("", box), "Paragraph 1").empty());
}

TEST_CASE("a comment form is no sign-up") {
  const std::string form =
      "<div id=comments><p>What do readers think of it?</p><form><input type=email></form></div>";
  CHECK(prompt(story_page("", "", form), "What do readers").empty());
}

TEST_CASE("a search field makes no sign-up") {
  const std::string box = "<div><p>" + std::string(kAsk) + "</p><input name=q></div>";
  CHECK(prompt(story_page("", box), kAsk).empty());
}

TEST_CASE("a dialog goes as a whole, even if longer than the story") {
  std::string dialog = "<div role=dialog><p>We use cookies and ask for your consent.</p>";
  for (int i = 5; i < 20; ++i) dialog += test::story_paragraph(i);
  dialog += "<button>Accept all</button></div>";
  CHECK(prompt(story_page("", "", dialog), "Paragraph 12") == "consent");
  CHECK(prompt(story_page("", "", dialog), "Paragraph 1").empty());
}

TEST_CASE("a story inside a dialog stays") {
  const std::string html = "<div role=dialog>" + story_page("") + "</div>";
  CHECK(prompt(html, "Paragraph 1").empty());
}

TEST_CASE("a letter to readers is an appeal though each paragraph reads like prose") {
  const std::string letter =
      "<div><p>You know our paper, and we know you. We have been writing for eleven years without "
      "an owner, and our readers are all that we have.</p><p>Please consider what your support "
      "does for us: it pays our rent, our lawyers and our phones. Help us through the winter with "
      "what you can spare.</p></div>";
  CHECK(prompt(story_page("", "", letter), "You know our paper") == "appeal");
}

TEST_CASE("a paragraph that quotes an appeal is about it") {
  const std::string quote =
      "<p>The letters of the society follow rules of their own, says the treasurer. “Please "
      "consider a donation” brings nothing, while “Support our work and your donation will mend "
      "the roof” brought nine thousand.</p>";
  CHECK(prompt(story_page("", quote), "The letters of the society").empty());
}
