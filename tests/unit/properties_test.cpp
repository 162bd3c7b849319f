#include <doctest/doctest.h>

#include "support/make_article.hpp"
#include "thresh/write.hpp"

using namespace thresh;
using namespace thresh::test;

TEST_CASE("properties are bare values") {
  Article page = article({paragraph("a"), paragraph("b")});
  page.url = "https://x.org/";
  page.word_count = 2;
  page.confidence = 0.123456;
  page.page_type = PageType::kForum;
  page.metadata.title = {"T", "h1"};
  page.metadata.authors.values = {"A", "B"};
  CHECK(property(page, "title") == "T");
  CHECK(property(page, "authors") == "A, B");
  CHECK(property(page, "url") == "https://x.org/");
  CHECK(property(page, "text") == "a\n\nb");
  CHECK(property(page, "word_count") == "2");
  CHECK(property(page, "verdict") == "article");
  CHECK(property(page, "confidence") == "0.1235");
  CHECK(property(page, "page_type") == "forum");
}

TEST_CASE("what is not known is empty, what does not exist is nothing") {
  CHECK(property(Article(), "published") == "");
  CHECK(property(Article(), "confidence") == "");
  CHECK(property(Article(), "page_type") == "");
  CHECK_FALSE(property(Article(), "colour"));
  CHECK_FALSE(property(Article(), ""));
}

TEST_CASE("all names are listed") {
  CHECK(property_names().substr(0, 16) == "title,published,");
  std::string_view rest = property_names();
  while (!rest.empty()) {
    const std::string_view name = rest.substr(0, rest.find(','));
    CAPTURE(name);
    CHECK(property(Article(), name));
    rest.remove_prefix(std::min(name.size() + 1, rest.size()));
  }
}
