#include "metadata/normalize.hpp"

#include <doctest/doctest.h>

using namespace thresh::metadata;

TEST_CASE("text becomes one line without control characters") {
  CHECK(normal_text(" \n two\t words\u00a0\u00a0here ") == "two words here");
  CHECK(normal_text("a\x1b[31mb\u0085c") == "a[31mbc");
  CHECK(normal_text(" \n").empty());
}

TEST_CASE("URLs become absolute, and only web addresses count") {
  CHECK(normal_url("/a b", "https://example.org/x") == "https://example.org/a%20b");
  CHECK(normal_url("https://example.org/a", "") == "https://example.org/a");
  CHECK(normal_url("/a", "").empty());
  CHECK(normal_url(" ", "https://example.org/x").empty());
  CHECK(normal_url("data:image/png;base64,AA", "https://example.org/").empty());
}

TEST_CASE("language tags are written as BCP 47 says") {
  CHECK(normal_language("DE") == "de");
  CHECK(normal_language(" en_us ") == "en-US");
  CHECK(normal_language("zh-hant-tw") == "zh-Hant-TW");
  CHECK(normal_language("es-419") == "es-419");
  CHECK(normal_language("fr-") == "fr");
  CHECK(normal_language("English").empty());
  CHECK(normal_language("x").empty());
  CHECK(normal_language("").empty());
}
