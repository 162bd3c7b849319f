#include "base/json.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace thresh::base;

namespace {

std::string repeat(std::string_view text, std::size_t times) {
  std::string out;
  for (std::size_t i = 0; i < times; ++i) out += text;
  return out;
}

// The only string in ["..."], or "(not JSON)".
std::string read_string(std::string_view literal) {
  const auto json = Json::parse("[\"" + std::string(literal) + "\"]");
  return json ? std::string(json->root().at(0).string()) : "(not JSON)";
}

}  // namespace

TEST_CASE("values are looked up by name and by place") {
  const auto json = Json::parse(R"({"name":"A \"b\"","list":[1,-2.5,true,null],"in":{"x":{}}})");
  REQUIRE(json);
  const JsonValue root = json->root();
  CHECK(root.is_object());
  CHECK(root.size() == 3);
  CHECK(root.key(1) == "list");
  CHECK(root["name"].string() == "A \"b\"");
  CHECK(root["list"].is_array());
  CHECK(root["list"].size() == 4);
  CHECK(root["list"].at(0).number() == 1.0);
  CHECK(root["list"].at(1).number() == -2.5);
  CHECK(root["list"].at(2).boolean() == true);
  CHECK(root["list"].at(3).is_null());
  CHECK(root.at(2)["x"].is_object());
  CHECK(root.at(2)["x"].size() == 0);
}

TEST_CASE("lookups that fail give values that do not exist") {
  const auto json = Json::parse(R"({"a":"text"})");
  REQUIRE(json);
  const JsonValue missing = json->root()["b"]["c"].at(3);
  CHECK_FALSE(missing.exists());
  CHECK_FALSE(missing.is_null());
  CHECK(missing.size() == 0);
  CHECK(missing.string().empty());
  CHECK_FALSE(missing.number());
  CHECK_FALSE(missing.boolean());
  CHECK_FALSE(json->root()["a"]["x"].exists());
  CHECK_FALSE(json->root()["a"].at(0).exists());
  CHECK(json->root()["a"].key(0).empty());
  CHECK(json->root().key(1).empty());
}

TEST_CASE("a moved Json keeps its strings") {
  auto json = Json::parse("[\"x\"]");
  REQUIRE(json);
  const JsonValue value = json->root().at(0);
  const Json moved = *std::move(json);
  CHECK(value.string() == "x");
  CHECK(moved.root().at(0).string() == "x");
}

TEST_CASE("what is not JSON is refused") {
  for (const char* text :
       {"", " ", "{", "[1", "{\"a\":}", "{\"a\" 1}", "nonsense", "\"open", "[1}"}) {
    CAPTURE(text);
    CHECK_FALSE(Json::parse(text));
  }
}

TEST_CASE("trailing commas, comments and what follows the first value are passed over") {
  const auto json =
      Json::parse("\xEF\xBB\xBF// it's\n{\"a\":[1,2,],/* \"{ */\"b\":\"//x\",};\n//]]>");
  REQUIRE(json);
  CHECK(json->root()["a"].size() == 2);
  CHECK(json->root()["b"].string() == "//x");
  CHECK_FALSE(Json::parse("/* never closed"));
}

TEST_CASE("raw control characters in strings are taken") {
  CHECK(read_string("a\nb\tc\rd") == "a\nb\tc\rd");
  CHECK(read_string("a\x01z") == "a z");
  CHECK(read_string(std::string_view("a\0z", 3)) == "a z");
}

TEST_CASE("escapes are read, and those that mean nothing lose their backslash") {
  CHECK(read_string(R"(\"\\\/\b\f\n\r\t)") == "\"\\/\b\f\n\r\t");
  CHECK(read_string(R"(\u00e9\u0000)") == std::string_view("\u00e9\0", 3));
  CHECK(read_string(R"(it\'s \x \u12)") == "it's x u12");
  CHECK(read_string(R"(\)") == "(not JSON)");
}

TEST_CASE("surrogates pair up or become the replacement character") {
  CHECK(read_string(R"(\ud83d\ude00)") == "\U0001F600");
  CHECK(read_string(R"(\ud83d)") == "\uFFFD");
  CHECK(read_string(R"(\ude00!)") == "\uFFFD!");
  CHECK(read_string(R"(\ud83dx)") == "\uFFFDx");
  CHECK(read_string(R"(\ud83d\u0041)") == "\uFFFDA");
  CHECK(read_string(R"(\ud83d\ud83d\ude00)") == "\uFFFD\U0001F600");
}

TEST_CASE("invalid UTF-8 becomes the replacement character") {
  CHECK(read_string("a\xFFz") == "a\uFFFDz");
}

TEST_CASE("any depth and any number of values end well") {
  CHECK(Json::parse(repeat("[", 500) + repeat("]", 500)));
  CHECK_FALSE(Json::parse(repeat("[", 5'000'000)));
  CHECK_FALSE(Json::parse(repeat("{\"a\":", 1'000'000)));
  CHECK(Json::parse("[" + repeat("0,", 900'000) + "0]")->root().size() == 900'001);
  CHECK_FALSE(Json::parse("[" + repeat("0,", 2'000'000) + "0]"));
  CHECK(Json::parse("[\"" + repeat("[{,:", 1'000'000) + "\"]"));
}
