#include "metadata/date_words.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace thresh::metadata;

TEST_CASE("numbers, months, words and signs are told apart") {
  const auto tokens = date_tokens("Am 05. März");
  REQUIRE(tokens.size() == 4);
  CHECK(tokens[0].type == DateTokenType::kWord);
  CHECK(tokens[1].type == DateTokenType::kNumber);
  CHECK(tokens[1].value == 5);
  CHECK(tokens[1].digits == 2);
  CHECK(tokens[1].spaced);
  CHECK(tokens[2].sign == U'.');
  CHECK(tokens[3].type == DateTokenType::kMonth);
  CHECK(tokens[3].value == 3);
}

TEST_CASE("months are known in any case, digits in any script") {
  CHECK(date_tokens("DECEMBER")[0].value == 12);
  CHECK(date_tokens("Декабря")[0].value == 12);
  CHECK(date_tokens("२०२४")[0].value == 2024);
  CHECK(date_tokens("2024年").size() == 2);
}

TEST_CASE("endless numbers are words, and endless texts end") {
  CHECK(date_tokens(std::string(400, '9'))[0].type == DateTokenType::kWord);
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "1 ";
  CHECK(date_tokens(text).size() == kMaxDateTokens);
}
