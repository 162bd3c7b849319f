// The harness is seen to fail: each case breaks one thing of an output that passes.
#include "golden/harness/check.hpp"

#include <doctest/doctest.h>

using namespace thresh::golden;

namespace {

Fixture fixture() {
  Fixture fixture;
  fixture.slug = "made-up";
  fixture.facts.verdict = "article";
  fixture.facts.title = "A headline";
  fixture.facts.phrases.must_not = {"please give us money"};
  fixture.facts.phrases.not_in_text = {"By Somebody"};
  fixture.gold = "The first block of the body.\n\nThe second block of the body.\n";
  fixture.expected = "{\"text\": 1}\n";
  return fixture;
}

Output output() {
  Output output;
  output.json = "{\"text\": 1}\n";
  output.text = "The first block of the body.\n\nThe second block of the body.";
  output.title = "A headline";
  output.verdict = "article";
  output.stripped = {"Menu", "Now please give us\nmoney."};
  return output;
}

bool finds(const Findings& findings, std::string_view what) {
  return findings.size() == 1 && findings[0].find(what) != std::string::npos;
}

}  // namespace

TEST_CASE("a right output has no findings") { CHECK(check(fixture(), output()).empty()); }

TEST_CASE("wrong text is found") {
  Output wrong = output();
  wrong.text = "Quite other words.";
  CHECK(finds(check(fixture(), wrong), "word F1 against gold.txt is 0.0000"));
}

TEST_CASE("a missing block is found") {
  Output wrong = output();
  wrong.text = "The first block of the body.";
  CHECK(finds(check(fixture(), wrong), "word F1"));
}

TEST_CASE("a lower floor of page.json holds") {
  Output poor = output();
  poor.text = "The first block of the body.";
  Fixture lenient = fixture();
  lenient.facts.min_f1 = 0.6;
  CHECK(check(lenient, poor).empty());
}

TEST_CASE("a leaked prompt is found, though the words of the body still fit") {
  Fixture long_page = fixture();
  Output wrong = output();
  for (int i = 0; i < 300; ++i) long_page.gold += " word";
  wrong.text = long_page.gold + " Now please give us money.";
  CHECK(finds(check(long_page, wrong), "in the text: please give us money"));
}

TEST_CASE("a prompt that stands in no stripped block is found") {
  Output wrong = output();
  wrong.stripped = {"Menu"};
  CHECK(finds(check(fixture(), wrong), "in no stripped block: please give us money"));
}

TEST_CASE("a byline in the text is found") {
  Fixture long_page = fixture();
  Output wrong = output();
  for (int i = 0; i < 300; ++i) long_page.gold += " word";
  wrong.text = "By Somebody\n\n" + long_page.gold;
  CHECK(finds(check(long_page, wrong), "in the text: By Somebody"));
}

TEST_CASE("a wrong title or verdict is found") {
  Output wrong = output();
  wrong.title = "Another";
  CHECK(finds(check(fixture(), wrong), "title is \"Another\", not \"A headline\""));
  wrong = output();
  wrong.verdict = "index";
  CHECK(finds(check(fixture(), wrong), "verdict is \"index\", not \"article\""));
}

TEST_CASE("another output than expected.json is found") {
  Output wrong = output();
  wrong.json = "{\"text\": 2}\n";
  CHECK(finds(check(fixture(), wrong), "+ {\"text\": 2}"));
}

TEST_CASE("a missing expected.json is found") {
  Fixture unaccepted = fixture();
  unaccepted.expected.reset();
  CHECK(finds(check(unaccepted, output()), "expected.json is missing"));
}

TEST_CASE("a known failure passes while it fails and is found once it does not") {
  Fixture known = fixture();
  known.facts.known_failures.phrases.must_not = {"second block of the body"};
  CHECK(check_known_failures(known, output()).empty());

  Output mended = output();
  mended.text = "The first block of the body.";
  mended.stripped.emplace_back("The second block of the body.");
  CHECK(finds(check_known_failures(known, mended), "no longer fails"));

  known.facts.known_failures.phrases = {{}, {"nowhere to be seen"}};
  CHECK(finds(check_known_failures(known, output()), "no longer fails"));
}
