#include <doctest/doctest.h>

#include <string>
#include <string_view>

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

// No heading if that is empty.
page::Document page_of(std::string_view heading, std::string_view paragraph, int count = 1) {
  DocumentBuilder page;
  if (!heading.empty()) page.heading(1, heading);
  for (int i = 0; i < count; ++i) page.paragraph(paragraph);
  return page.take();
}

page::Document ferries(int paragraphs) {
  return page_of("", "The ferries stayed at their berths today.", paragraphs);
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

TEST_CASE("a page that says it was not found is an error page, and a report about one is not") {
  const page::Document notice = page_of("Oops! Page not found", "Try the search.");
  CHECK(judge::verdict(notice, keep_all(notice)) == Verdict::kErrorPage);
  const page::Document article = page_of("Why Page Not Found became a joke",
                                         "The first one was seen by a clerk in the harbour.", 30);
  CHECK(judge::verdict(article, keep_all(article)) == Verdict::kArticle);
}

TEST_CASE("an error is told in many languages") {
  for (const char* headline :
       {"Seite nicht gefunden", "Erreur 404", "Страница не найдена", "ページが見つかりません",
        "页面不存在", "페이지를 찾을 수 없습니다"}) {
    const page::Document document = page_of(headline, "");
    CAPTURE(headline);
    CHECK(judge::verdict(document, keep_all(document)) == Verdict::kErrorPage);
  }
}

TEST_CASE("a page that is mostly a consent notice is a consent wall") {
  const page::Document document =
      page_of("", "We and our partners store data on your device. You may accept or decline.");
  judge::Decisions decisions(document.blocks.size());
  decisions[0].label = Label::kConsent;
  CHECK(judge::verdict(document, decisions) == Verdict::kConsentWall);
}

TEST_CASE("a page that asks for JavaScript and says little else is a shell") {
  const page::Document document = page_of("", "You need to enable JavaScript to run this app.");
  CHECK(judge::verdict(document, keep_all(document)) == Verdict::kJsShell);
}

TEST_CASE("a short text with a request to subscribe behind it is a stub, a long one is not") {
  for (const int paragraphs : {4, 60}) {
    const page::Document document = ferries(paragraphs);
    judge::Decisions decisions = keep_all(document);
    decisions.back() = {false, Label::kSubscription, 0, "test"};
    CAPTURE(paragraphs);
    CHECK(judge::verdict(document, decisions) ==
          (paragraphs == 4 ? Verdict::kPaywallStub : Verdict::kArticle));
  }
  const page::Document document = ferries(4);
  CHECK(judge::verdict(document, keep_all(document), Access::kTruncated) == Verdict::kPaywallStub);
}

TEST_CASE("nothing kept is an empty page") {
  const page::Document document = teasers(2, true);
  const judge::Decisions none(document.blocks.size());
  CHECK(judge::verdict(document, none) == Verdict::kEmpty);
}
