#include <doctest/doctest.h>

#include "base/json.hpp"
#include "support/make_article.hpp"
#include "thresh/write.hpp"

using namespace thresh;
using namespace thresh::test;
using base::Json;

namespace {

// Reads back what was written; the Json must live as long as its values.
Json read(const std::string& written) {
  auto json = Json::parse(written);
  REQUIRE(json);
  return *std::move(json);
}

Article sample() {
  Article page = article(
      {block(Label::kTitle, "T"), linked(item(2, "a link"), "link", "/x"), table(1, "a\tb")});
  page.blocks[1].begin = 7;
  page.blocks[1].end = 13;
  page.boilerplate = {block(Label::kNewsletter, "Sign up")};
  page.boilerplate[0].score = 0.25;
  page.boilerplate[0].reason = "form";
  page.metadata.title = {"T", "h1"};
  page.metadata.authors = {{"A"}, "byline"};
  page.charset = {"utf-8", "meta"};
  page.word_count = 4;
  page.confidence = 0.5;
  return page;
}

}  // namespace

TEST_CASE("a record says what was found") {
  const Json json = read(write(sample(), Format::kJson, {}, {"id", "dir/id.html"}));
  const auto root = json.root();
  CHECK(root["v"].number() == 1);
  CHECK(root["id"].string() == "id");
  CHECK(root["source"].string() == "dir/id.html");
  CHECK(root["status"].string() == "ok");
  CHECK(root["error"].is_null());
  CHECK(root["verdict"].string() == "article");
  CHECK(root["confidence"].number() == 0.5);
  CHECK(root["title"].string() == "T");
  CHECK(root["authors"].at(0).string() == "A");
  CHECK(root["published"].is_null());
  CHECK(root["provenance"]["title"].string() == "h1");
  CHECK(root["provenance"]["authors"].string() == "byline");
  CHECK(root["provenance"].size() == 2);
  CHECK(root["access"]["value"].string() == "unknown");
  CHECK(root["word_count"].number() == 4);
  CHECK(root["text"].string() == plain_text(sample()));
  CHECK(root["charset"]["from"].string() == "meta");
  CHECK(root["warnings"].is_array());
}

TEST_CASE("blocks carry kind, level, links and place") {
  const Json json = read(write(sample(), Format::kJsonl));
  const auto blocks = json.root()["blocks"];
  REQUIRE(blocks.size() == 3);
  CHECK(blocks.at(0)["in_text"].boolean() == false);
  CHECK(blocks.at(0)["level"].is_null());
  CHECK(blocks.at(1)["kind"].string() == "list");
  CHECK(blocks.at(1)["level"].number() == 2);
  CHECK(blocks.at(1)["start"].number() == 7);
  CHECK(blocks.at(1)["end"].number() == 13);
  CHECK(blocks.at(1)["links"].at(0)["text"].string() == "link");
  CHECK(blocks.at(1)["links"].at(0)["href"].string() == "/x");
  CHECK(blocks.at(2)["text"].string() == "a\tb");
}

TEST_CASE("stripped blocks are there when asked for") {
  CHECK(read(write(sample(), Format::kJson)).root()["boilerplate"].is_null());
  const Json json = read(write(sample(), Format::kJson, {.boilerplate = true}));
  const auto stripped = json.root()["boilerplate"].at(0);
  CHECK(stripped["label"].string() == "newsletter");
  CHECK(stripped["score"].number() == 0.25);
  CHECK(stripped["reason"].string() == "form");
}

TEST_CASE("comments are there when asked for, and among the stripped blocks as well") {
  Article page = sample();
  page.boilerplate.push_back(linked(block(Label::kComments, "a reply"), "reply", "/r"));
  page.boilerplate.back().begin = 20;
  page.boilerplate.back().end = 27;
  CHECK(read(write(page, Format::kJson, {.boilerplate = true})).root()["comments"].is_null());
  const Json json = read(write(page, Format::kJson, {.boilerplate = true, .comments = true}));
  const auto comments = json.root()["comments"];
  REQUIRE(comments.size() == 1);
  CHECK(comments.at(0)["text"].string() == "a reply");
  CHECK(comments.at(0)["links"].at(0)["href"].string() == "/r");
  CHECK(comments.at(0)["start"].number() == 20);
  CHECK(comments.at(0)["end"].number() == 27);
  CHECK(json.root()["boilerplate"].size() == 2);
  const Json none = read(write(sample(), Format::kJson, {.comments = true}));
  CHECK(none.root()["comments"].is_array());
  CHECK(none.root()["comments"].size() == 0);
}

TEST_CASE("text follows the switch for tables") {
  const Json json = read(write(sample(), Format::kJson, {.tables = false}));
  CHECK(json.root()["text"].string() == plain_text(sample(), false));
}

TEST_CASE("a JSONL record is one line") {
  Article page = sample();
  page.blocks.push_back(code("a\r\nb\u2028c"));
  const std::string line = write(page, Format::kJsonl);
  CHECK(line.find('\n') == line.size() - 1);
  CHECK(line.find('\r') == std::string::npos);
}

TEST_CASE("a failed page has the same fields in the same order") {
  const Error error{ErrorCode::kTooLarge, "read", "page is too large"};
  const Json failed = read(write_error(error, Format::kJson, {"id", "source"}));
  const Json fine = read(write(sample(), Format::kJson));
  REQUIRE(failed.root().size() == fine.root().size());
  for (std::size_t i = 0; i < fine.root().size(); ++i) {
    CHECK(failed.root().key(i) == fine.root().key(i));
  }
  CHECK(failed.root()["status"].string() == "error");
  CHECK(failed.root()["error"]["code"].string() == "too_large");
  CHECK(failed.root()["error"]["stage"].string() == "read");
  CHECK(failed.root()["error"]["message"].string() == "page is too large");
  CHECK(failed.root()["text"].is_null());
}

TEST_CASE("a file name that is not UTF-8 still gives JSON") {
  const Json json = read(write(sample(), Format::kJson, {}, {"a\xFF", "b\xFE"}));
  CHECK(json.root()["id"].string() == "a\uFFFD");
}
