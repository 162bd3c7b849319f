#include "judge/texts.hpp"

#include "support/segmented.hpp"

using namespace thresh;
using thresh::testing::document_of;

TEST_CASE("a text that says the title overlaps it, with or without the name of the site") {
  for (const std::string title : {"Ferries stay in port", "Ferries stay in port | Harbour Post",
                                  "Harbour Post: Ferries stay in port"}) {
    CAPTURE(title);
    const page::Document document =
        document_of("<title>" + title + "</title><h1>Ferries stay in port</h1><p>Gulls</p>");
    const judge::Texts texts = judge::read_texts(document);
    CHECK(texts.blocks.at(0).title_overlap == doctest::Approx(1));
    CHECK(texts.blocks.at(1).title_overlap == doctest::Approx(0));
  }
}

TEST_CASE("texts know whom they speak of and to") {
  const page::Document document = document_of("<p>Our paper needs you.</p>");
  const judge::Texts texts = judge::read_texts(document);
  CHECK(texts.blocks.at(0).address.we == 1);
  CHECK(texts.blocks.at(0).address.you == 1);
}
