#include "judge/pull_quotes.hpp"

#include "support/segmented.hpp"

using namespace thresh;
using thresh::testing::document_of;

TEST_CASE("a sentence of the body set apart is a pull quote, whatever marks stand around it") {
  const page::Document document = document_of(
      "<p>The baker spoke first. Nobody told us that the ferries would stay, she said.</p>"
      "<blockquote>“Nobody told us that the ferries would stay”</blockquote>");
  CHECK(judge::find_pull_quotes(document) == std::vector<bool>{false, true});
}

TEST_CASE("a quotation that stands once is none") {
  const page::Document document = document_of(
      "<p>The baker spoke first, and she spoke for a long time on that day.</p>"
      "<blockquote>“Nobody told us that the ferries would stay”</blockquote>");
  CHECK(judge::find_pull_quotes(document) == std::vector<bool>{false, false});
}

TEST_CASE("a story inside an aside is not said elsewhere") {
  const page::Document document = document_of(
      "<aside><p>The baker spoke first. Nobody told us that the ferries would stay, she said.</p>"
      "<p>Nobody told us that the ferries would stay</p></aside>");
  CHECK(judge::find_pull_quotes(document) == std::vector<bool>{false, false});
}
