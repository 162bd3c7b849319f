#include "metadata/declared_body.hpp"

#include <doctest/doctest.h>

#include <string>

#include "support/facts.hpp"
#include "thresh/extract.hpp"
#include "thresh/write.hpp"

using namespace thresh;

namespace {

const std::string kSentence = "The old bridge opened again on Monday after a year of work. ";

std::string sentences(int count) {
  std::string out;
  for (int i = 0; i < count; ++i) out += kSentence;
  return out;
}

Article shell_with(const std::string& body) {
  const std::string page =
      "<title>Lantern</title>" +
      testing::json_ld(R"({"@type": "NewsArticle", "headline": "Bridge", "articleBody": ")" + body +
                       "\"}") +
      "<div id=app></div><script src=app.js></script><p>Please turn scripts on.</p>";
  return *extract({page, "https://lantern.example/a", ""});
}

}  // namespace

TEST_CASE("the article that only JSON-LD holds becomes the text, and is marked") {
  const Article article = shell_with(sentences(6) + "\\n\\n" + sentences(3));
  CHECK(article.verdict == Verdict::kArticle);
  CHECK(article.text_source == "json-ld");
  REQUIRE(article.blocks.size() == 2);
  CHECK(article.blocks[0].text.starts_with("The old bridge"));
  CHECK(article.word_count == 108);
  REQUIRE(article.boilerplate.size() == 1);
  CHECK(article.boilerplate[0].text == "Please turn scripts on.");
  CHECK(write(article, Format::kJsonl).find(R"("text":"json-ld")") != std::string::npos);
}

TEST_CASE("mark-up and character references in it are read") {
  const Article article = shell_with("<p>Salt &amp; <b>rope</b>. " + sentences(6) + "</p><p>" +
                                     sentences(3) + "5 < 6</p>");
  REQUIRE(article.blocks.size() == 2);
  CHECK(article.blocks[0].text.starts_with("Salt & rope. The old"));
  CHECK(article.blocks[1].text.ends_with("5 < 6"));
}

TEST_CASE("a few words are no article, and where the page shows one it stays") {
  CHECK(shell_with("Bridge opens again.").text_source.empty());
  const std::string shown = "<h1>Bridge</h1><p>" + sentences(9) + "</p><p>" + sentences(9) + "</p>";
  const Article article = *extract(
      {shown + testing::json_ld(R"({"@type": "Article", "articleBody": ")" + sentences(40) + "\"}"),
       "", ""});
  CHECK(article.text_source.empty());
}
