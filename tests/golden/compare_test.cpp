#include "golden/harness/compare.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace thresh::golden;

TEST_CASE("equal texts have no difference") {
  CHECK(first_difference("", "") == "");
  CHECK(first_difference("one\ntwo\n", "one\ntwo\n") == "");
}

TEST_CASE("a difference shows the first differing lines of both sides") {
  CHECK(first_difference("a\nb\nc\nd\ne\nf\n", "a\nb\nX\nd\ne\nf\n") ==
        "line 3:\n- c\n- d\n- e\n+ X\n+ d\n+ e");
}

TEST_CASE("a missing end is a difference") {
  CHECK(first_difference("a\nb\n", "a\n") == "line 2:\n- b");
  CHECK(first_difference("a\n", "a\nb\n") == "line 2:\n+ b");
  CHECK(first_difference("a\n", "a") != "");
}

TEST_CASE("word F1 weighs missing and extra words, whatever their order") {
  CHECK(word_f1("one two three", "Three, two; ONE!") == 1);
  CHECK(word_f1("one two three four", "one two") == doctest::Approx(2.0 / 3));
  CHECK(word_f1("one two", "one two three four") == doctest::Approx(2.0 / 3));
  CHECK(word_f1("one one one", "one") == doctest::Approx(0.5));
  CHECK(word_f1("one", "two") == 0);
}

TEST_CASE("word F1 of texts without words") {
  CHECK(word_f1("", "") == 1);
  CHECK(word_f1("", "leaked") == 0);
  CHECK(word_f1("lost", "") == 0);
}

TEST_CASE("word F1 counts letters where scripts have no spaces") {
  CHECK(word_f1("渡し舟", "渡し") == doctest::Approx(0.8));
}

TEST_CASE("a phrase is found across any white space") {
  CHECK(contains_phrase("give  a\nsmall\u00a0sum", "a small sum"));
  CHECK_FALSE(contains_phrase("give a small sum", "a smaller sum"));
}
