#include <doctest/doctest.h>

#include <string>

#include "judge/judge.hpp"
#include "support/document_builder.hpp"

using namespace thresh;
using test::DocumentBuilder;

namespace {

judge::Decisions keep_all(const page::Document& document) {
  judge::Decisions decisions;
  for (const page::Block& block : document.blocks) {
    const bool heading = block.type == page::BlockType::kHeading;
    decisions.push_back({true, heading ? Label::kHeading : Label::kParagraph, 1, "test"});
  }
  return decisions;
}

page::Document teasers(int count, bool linked) {
  DocumentBuilder page;
  for (int i = 0; i < count; ++i) {
    page.heading(3, "Ferries stay at their berths");
    if (linked) page.link("Ferries stay at their berths", "/ferries");
    page.paragraph("Nobody was told why.");
  }
  return page.take();
}

}  // namespace

TEST_CASE("teasers make an index") {
  const page::Document document = teasers(8, true);
  CHECK(judge::verdict(document, keep_all(document)) == Verdict::kIndex);
}

TEST_CASE("a text with subheads is an article") {
  const page::Document document = teasers(8, false);
  CHECK(judge::verdict(document, keep_all(document)) == Verdict::kArticle);
}

TEST_CASE("a few teasers make no index") {
  const page::Document document = teasers(3, true);
  CHECK(judge::verdict(document, keep_all(document)) == Verdict::kArticle);
}

TEST_CASE("nothing kept is an empty page") {
  const page::Document document = teasers(2, true);
  const judge::Decisions none(document.blocks.size());
  CHECK(judge::verdict(document, none) == Verdict::kEmpty);
}
