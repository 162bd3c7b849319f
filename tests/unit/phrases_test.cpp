#include "judge/phrases.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "base/words.hpp"

using namespace thresh;
using judge::PhraseHit;
using judge::PhraseStrength;

namespace {

std::vector<PhraseHit> hits_in(std::string_view text) {
  std::vector<std::uint32_t> words;
  base::WordReader reader(text);
  for (std::string_view word = reader.next(); !word.empty(); word = reader.next()) {
    words.push_back(base::word_hash(word));
  }
  std::vector<PhraseHit> hits;
  judge::find_phrases(7, words, hits);
  return hits;
}

}  // namespace

TEST_CASE("a phrase is found wherever it stands, whatever its case and punctuation") {
  for (const std::string_view text : {"Sign up", "please SIGN UP!", "sign-up here", "(sign, up)"}) {
    CAPTURE(text);
    const std::vector<PhraseHit> hits = hits_in(text);
    REQUIRE(hits.size() == 1);
    CHECK(hits[0].block == 7);
    CHECK(hits[0].label == Label::kNewsletter);
    CHECK(hits[0].strength == PhraseStrength::kAsk);
    CHECK(hits[0].words == 2);
  }
  CHECK(hits_in("please sign up")[0].first_word == 1);
}

TEST_CASE("parts of words are no phrases") {
  CHECK(hits_in("signed upward").empty());
  CHECK(hits_in("up sign").empty());
  CHECK(hits_in("").empty());
}

TEST_CASE("the longest phrase wins, and what it covers is not counted again") {
  const std::vector<PhraseHit> hits = hits_in("Subscribe to our newsletter");
  REQUIRE(hits.size() == 2);
  CHECK(hits[0].words == 3);
  CHECK(hits[0].label == Label::kNewsletter);
  CHECK(hits[1].words == 1);
}

TEST_CASE("phrases of other scripts are found, with and without spaces") {
  CHECK(hits_in("Читайте также: погода").at(0).label == Label::kRelated);
  const std::vector<PhraseHit> chinese = hits_in("这是广告内容");
  REQUIRE(chinese.size() == 1);
  CHECK(chinese[0].label == Label::kAdvertisement);
  CHECK(chinese[0].first_word == 2);
  CHECK(chinese[0].words == 2);
}

TEST_CASE("a text past the last counted word still has its phrases") {
  std::string text;
  for (int i = 0; i < 70'000; ++i) text += "a ";
  const std::vector<PhraseHit> hits = hits_in(text + "newsletter");
  REQUIRE(hits.size() == 1);
  CHECK(hits[0].first_word == 65'535);
}
