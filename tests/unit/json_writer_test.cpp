#include "base/json_writer.hpp"

#include <doctest/doctest.h>

#include <limits>

using namespace thresh::base;

namespace {

std::string quoted(std::string_view text) {
  std::string out;
  append_json_string(out, text);
  return out;
}

void write_sample(JsonWriter& json) {
  json.begin_object();
  json.key("a");
  json.begin_array();
  json.number(std::size_t{1});
  json.string("x");
  json.begin_object();
  json.end_object();
  json.end_array();
  json.key("b");
  json.null();
  json.key("c");
  json.boolean(true);
  json.key("d");
  json.begin_array();
  json.end_array();
  json.end_object();
}

std::string number(double value, int decimals) {
  std::string out;
  JsonWriter(out, JsonWriter::Layout::kLine).number(value, decimals);
  return out;
}

}  // namespace

TEST_CASE("one line without spaces") {
  std::string out;
  JsonWriter json(out, JsonWriter::Layout::kLine);
  write_sample(json);
  CHECK(out == R"({"a":[1,"x",{}],"b":null,"c":true,"d":[]})");
}

TEST_CASE("indented by two spaces a level") {
  std::string out;
  JsonWriter json(out, JsonWriter::Layout::kIndented);
  write_sample(json);
  CHECK(out == R"({
  "a": [
    1,
    "x",
    {}
  ],
  "b": null,
  "c": true,
  "d": []
})");
}

TEST_CASE("strings are escaped where JSON, terminals and line readers need it") {
  CHECK(quoted("plain") == "\"plain\"");
  CHECK(quoted("\"\\/") == R"("\"\\/")");
  CHECK(quoted("\b\f\n\r\t") == R"("\b\f\n\r\t")");
  CHECK(quoted(std::string_view("\0\x1b\x7f", 3)) == R"("\u0000\u001b\u007f")");
  CHECK(quoted("\u0085\u009b\u00a0") == "\"\\u0085\\u009b\u00a0\"");
  CHECK(quoted("\u2028\u2029\u2014") == "\"\\u2028\\u2029\u2014\"");
  CHECK(quoted("\u00e9\u6587\U0001F600") == "\"\u00e9\u6587\U0001F600\"");
}

TEST_CASE("invalid UTF-8 cannot get out") {
  CHECK(quoted("a\xFF\"\xC2") == "\"a\uFFFD\\\"\uFFFD\"");
}

TEST_CASE("numbers are rounded and short") {
  CHECK(number(0.899999976, 3) == "0.9");
  CHECK(number(0, 3) == "0");
  CHECK(number(1, 3) == "1");
  CHECK(number(0.12345, 3) == "0.123");
  CHECK(number(-0.00001, 3) == "-0");
  CHECK(number(std::numeric_limits<double>::quiet_NaN(), 3) == "null");
  CHECK(number(std::numeric_limits<double>::infinity(), 3) == "null");
}
