#include "cli/wanted.hpp"

#include <doctest/doctest.h>

using namespace thresh;

namespace {

Article page() {
  Article article;
  article.url = "https://lantern.example/a";
  article.metadata.title.value = "Old bridge";
  article.metadata.published.value = "2024-03-05";
  article.metadata.language.value = "pt-BR";
  return article;
}

}  // namespace

TEST_CASE("every page is wanted unless the caller says otherwise") {
  CHECK(cli::unwanted(Article(), {}).empty());
}

TEST_CASE("--only-with-metadata asks for title, date and URL") {
  cli::Args args;
  args.only_with_metadata = true;
  CHECK(cli::unwanted(page(), args).empty());
  Article undated = page();
  undated.metadata.published = {};
  CHECK(cli::unwanted(undated, args) == "it has no date");
  Article untitled = page();
  untitled.metadata.title = {};
  CHECK(cli::unwanted(untitled, args) == "it has no title");
  Article nowhere = page();
  nowhere.url.clear();
  CHECK(cli::unwanted(nowhere, args) == "it has no URL");
}

TEST_CASE("--target-language goes by the whole tag or its first part") {
  cli::Args args;
  args.target_languages = {"de", "pt"};
  CHECK(cli::unwanted(page(), args).empty());
  args.target_languages = {"pt-BR"};
  CHECK(cli::unwanted(page(), args).empty());
  args.target_languages = {"pt-PT", "p"};
  CHECK(cli::unwanted(page(), args) == "its language is pt-BR");
  CHECK(cli::unwanted(Article(), args) == "its language is not known");
}
