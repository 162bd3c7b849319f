#include "base/words.hpp"

#include <doctest/doctest.h>

#include <string_view>
#include <vector>

using namespace thresh::base;

TEST_CASE("words are runs of letters and digits") {
  CHECK(count_words("") == 0);
  CHECK(count_words(" - \u2014 ... !") == 0);
  CHECK(count_words("The quick, brown fox (aged 7) jumped.") == 7);
  CHECK(count_words("well-known either/or") == 4);
  CHECK(count_words("\u00c9t\u00e9 \u00e0 Orl\u00e9ans \u2014 \u0436\u0438\u0437\u043d\u044c") ==
        4);
}

TEST_CASE("apostrophes and points inside do not split") {
  CHECK(count_words("don't don\u2019t l'\u00e9t\u00e9") == 3);
  CHECK(count_words("'quoted' words'") == 2);
  CHECK(count_words("3.5 1,000,000 v2.0") == 3);
  CHECK(count_words("end.Start 3.x 7,") == 5);
}

TEST_CASE("combining marks and invisible joiners do not split, nor are they words") {
  CHECK(count_words("cafe\u0301 nai\u0308ve") == 2);
  CHECK(count_words("\u0939\u093f\u0928\u094d\u0926\u0940 \u092d\u093e\u0937\u093e") == 2);
  CHECK(count_words("Donau\u00addampf \u0645\u06cc\u200c\u0631\u0648\u0645") == 2);
  CHECK(count_words("\u2764\ufe0f \U0001F600") == 0);
}

TEST_CASE("in scripts without spaces each letter is a word") {
  CHECK(count_words("\u6f22\u5b57\uff0c\u4eee\u540d") == 4);
  CHECK(count_words("\u3072\u3089\u304c\u306a\u30ab\u30bf") == 6);
  CHECK(count_words("\u0e20\u0e32\u0e29\u0e32") == 4);
  CHECK(count_words("2024\u5e74 PC\u306f") == 4);
  CHECK(count_words("\U00020000\U00020001") == 2);
  CHECK(count_words("\ud55c\uad6d\uc5b4 \ubb38\uc7a5") == 2);  // Korean has spaces
}

TEST_CASE("sentences end before white space, a closing quote or the end") {
  CHECK(count_sentences("") == 0);
  CHECK(count_sentences("No full stop") == 0);
  CHECK(count_sentences("One. Two! Three?") == 3);
  CHECK(count_sentences("He said \u201cCome.\u201d Then (he left.) Gone.") == 3);
  CHECK(count_sentences("Version 3.5 at example.org costs 1.20") == 0);
}

TEST_CASE("a run of marks ends one sentence") {
  CHECK(count_sentences("What?! Well... Yes.") == 3);
  CHECK(count_sentences("\u4ec0\u4e48\uff1f\uff01") == 1);
}

TEST_CASE("other scripts end sentences with marks of their own") {
  CHECK(count_sentences("\u4ed6\u8bf4\u3002\u7136\u540e\u8d70\u4e86\u3002") == 2);
  CHECK(count_sentences("\u0928\u092e\u0938\u094d\u0924\u0947\u0964 \u0939\u093e\u0901\u0964") ==
        2);
  CHECK(count_sentences("\u0645\u0627 \u0647\u0630\u0627\u061f \u06cc\u06c1\u06d4") == 2);
}

TEST_CASE("the reader hands out the words that are counted") {
  const std::string_view text =
      "Don't panic: 3.5 \u0436\u0438\u0437\u043d\u044c, \u6f22\u5b57PC, cafe\u0301! 'so'";
  WordReader reader(text);
  std::vector<std::string_view> words;
  for (std::string_view word = reader.next(); !word.empty(); word = reader.next()) {
    words.push_back(word);
  }
  CHECK(words == std::vector<std::string_view>{"Don't", "panic", "3.5",
                                               "\u0436\u0438\u0437\u043d\u044c", "\u6f22", "\u5b57",
                                               "PC", "cafe", "so"});
  CHECK(words.size() == count_words(text));
  CHECK(WordReader(" - ").next().empty());
}

TEST_CASE("words that differ in case only have the same hash") {
  CHECK(word_hash("NewsLetter") == word_hash("newsletter"));
  CHECK(word_hash("\u00dcBER") == word_hash("\u00fcber"));
  CHECK(word_hash("\u0160t\u011bt\u00cd") == word_hash("\u0161t\u011bt\u00ed"));
  CHECK(word_hash("\u0391\u03a3") == word_hash("\u03b1\u03c3"));
  CHECK(word_hash("\u041f\u0406\u0414") == word_hash("\u043f\u0456\u0434"));
  CHECK(word_hash("news") != word_hash("letter"));
  CHECK(word_hash("") != word_hash("a"));
}
