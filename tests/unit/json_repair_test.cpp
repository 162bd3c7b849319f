#include "base/json_repair.hpp"

#include <doctest/doctest.h>

using namespace thresh::base;

TEST_CASE("JSON that needs no repair is copied") {
  constexpr std::string_view kJson = R"( {"a\n":[1,"\u00e9//",null]} )";
  CHECK(repair_json(kJson) == kJson);
  CHECK(repair_json("") == "");
}

TEST_CASE("a slash that starts no comment stays for the parser to refuse") {
  CHECK(repair_json("[/]") == "[/]");
  CHECK(repair_json("/") == "/");
}

TEST_CASE("a string cut off anywhere is copied to its end") {
  CHECK(repair_json("\"a") == "\"a");
  CHECK(repair_json("\"\\u00") == "\"u00");
  CHECK(repair_json("\"\\ud83d\\ud") == "\"\\uFFFDud");
}
