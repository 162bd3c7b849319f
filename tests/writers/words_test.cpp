// Rendering never changes the words: every format, with every switch, has those of the plain text.
#include "base/words.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "base/json.hpp"
#include "random_article.hpp"
#include "read_output.hpp"
#include "thresh/write.hpp"

using namespace thresh;
using namespace thresh::test;

namespace {

using Words = std::vector<std::string>;

Words words_of(std::string_view text) {
  Words words;
  base::WordReader reader(text);
  for (std::string_view word; !(word = reader.next()).empty();) words.emplace_back(word);
  return words;
}

std::string json_text(const std::string& record) {
  const auto json = base::Json::parse(record);
  return json ? std::string(json->root()["text"].string()) : "";
}

void check_words(const Article& article, const WriteOptions& options) {
  const Words words = words_of(plain_text(article));
  CHECK(words_of(write(article, Format::kText, options)) == words);
  CHECK(words_of(read_markdown(write(article, Format::kMarkdown, options)).plain) == words);
  CHECK(words_of(read_html(write(article, Format::kHtml, options)).plain) == words);
  CHECK(words_of(json_text(write(article, Format::kJson, options))) == words);
  CHECK(words_of(json_text(write(article, Format::kJsonl, options))) == words);
}

}  // namespace

TEST_CASE("comments are written after the body and change nothing before it") {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    CAPTURE(seed);
    const Article article = random_article(seed);
    for (const bool links : {false, true}) {
      const WriteOptions without{.links = links};
      const WriteOptions with{.links = links, .comments = true};
      for (const Format format : {Format::kText, Format::kMarkdown, Format::kHtml}) {
        CHECK(write(article, format, with).starts_with(write(article, format, without)));
      }
      CHECK(json_text(write(article, Format::kJson, with)) == plain_text(article));
    }
  }
}

TEST_CASE("all formats have the same words, whatever is switched on") {
  for (std::uint64_t seed = 0; seed < 200; ++seed) {
    CAPTURE(seed);
    const Article article = random_article(seed);
    for (const bool links : {false, true}) {
      for (const bool images : {false, true}) {
        for (const bool tables : {false, true}) {
          check_words(article, {.links = links, .images = images, .tables = tables});
        }
      }
    }
  }
}
