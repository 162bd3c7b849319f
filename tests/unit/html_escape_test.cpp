#include "write/html_escape.hpp"

#include <doctest/doctest.h>

using namespace thresh::writers;

TEST_CASE("marks of HTML become references") {
  std::string out = ">";
  append_html_text(out, "a<b>&amp;\"c'\u00a0\u00e9");
  CHECK(out == ">a&lt;b&gt;&amp;amp;&quot;c'\u00a0\u00e9");
}

TEST_CASE("an attribute cannot be left by its value") {
  std::string out = "<a";
  append_html_attribute(out, "href", "/\"><script>");
  CHECK(out == "<a href=\"/&quot;&gt;&lt;script&gt;\"");
}
