#include "judge/confidence.hpp"

#include <doctest/doctest.h>

#include <string>

#include "support/segmented.hpp"
#include "support/story.hpp"

using namespace thresh;
using judge::PageFact;
using test::story_page;
using thresh::testing::document_of;

namespace {

judge::PageFacts facts_of(const std::string& html) {
  const page::Document document = document_of(html);
  const judge::Measures measures = judge::measure(document);
  const judge::Scores scores = judge::score(document, measures, judge::builtin_model());
  return judge::page_facts(document, measures, scores, judge::label(document, measures, scores));
}

float at(const judge::PageFacts& facts, PageFact which) {
  return facts[static_cast<std::size_t>(which)];
}

double confidence_of(const std::string& html) {
  return judge::confidence(facts_of(html), judge::builtin_model().confidence);
}

}  // namespace

TEST_CASE("a story is trusted more than a list of links") {
  std::string links = "<ul>";
  for (int i = 0; i < 40; ++i) links += "<li><a href=/a>Ferries</a> <a href=/b>Harbours</a></li>";
  const double story = confidence_of(story_page("", "", ""));
  CHECK(story > confidence_of(links + "</ul>"));
  CHECK(story > 0.5);
  CHECK(story <= 1);
}

TEST_CASE("facts of a page without blocks are numbers") {
  const judge::PageFacts facts = facts_of("");
  for (const float fact : facts) CHECK(fact == fact);
  CHECK(at(facts, PageFact::kKeptWords) == 0);
}

TEST_CASE("what is kept is summed apart from what is not") {
  const judge::PageFacts facts = facts_of(
      story_page("", "", "<nav><ul><li><a href=/>Home</a><li><a href=/w>World</a></ul></nav>"));
  CHECK(at(facts, PageFact::kKeptShare) > 0.7F);
  CHECK(at(facts, PageFact::kKeptShare) < 1);
  CHECK(at(facts, PageFact::kKeptLinks) == 0);
  CHECK(at(facts, PageFact::kLinks) > 0);
  CHECK(at(facts, PageFact::kLongestRun) == 1);
}
