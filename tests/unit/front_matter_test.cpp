#include "write/front_matter.hpp"

#include <doctest/doctest.h>

using namespace thresh;

TEST_CASE("only what is known is written, quoted") {
  Article page;
  page.url = "https://x.org/";
  page.metadata.title.value = "A \"B\": #c\n- d";
  page.metadata.authors.values = {"E: F", "G"};
  std::string out = "before ";
  writers::append_front_matter(out, page);
  CHECK(out ==
        "before ---\ntitle: \"A \\\"B\\\": #c\\n- d\"\nauthors:\n  - \"E: F\"\n  - \"G\"\n"
        "url: \"https://x.org/\"\n---\n\n");
}

TEST_CASE("nothing known, nothing written") {
  std::string out = "before";
  writers::append_front_matter(out, Article());
  CHECK(out == "before");
}
