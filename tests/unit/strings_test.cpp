#include "page/strings.hpp"

#include <doctest/doctest.h>

using namespace thresh::page;

TEST_CASE("values are cleaned and trimmed as they are copied") {
  std::string text = "before";
  Strings strings(text, 1000);
  const DomAttribute raw{Attribute::kContent, true, " A &amp;\n B\x01 "};
  CHECK(strings.add(&raw).of(text) == "A &\n B");
  CHECK(strings.add_lower(&raw).of(text) == "a &\n b");
  CHECK(strings.add_collapsed(&raw).of(text) == "A & B");
  const DomAttribute decoded{Attribute::kContent, false, "&amp;"};
  CHECK(strings.add(&decoded).of(text) == "&amp;");
  CHECK(strings.add(" x ").of(text) == "x");
  CHECK(text.starts_with("before"));
}

TEST_CASE("missing and blank values are empty") {
  std::string text;
  Strings strings(text, 0);
  const DomAttribute blank{Attribute::kContent, true, " \n"};
  CHECK(strings.add(static_cast<const DomAttribute*>(nullptr)).empty());
  CHECK(strings.add_lower(&blank).empty());
  CHECK(strings.add_collapsed(&blank).empty());
}

TEST_CASE("cloned values do not outgrow the page by much") {
  std::string text;
  const std::string value(100'000, 'x');
  Strings strings(text, 200'000);
  const DomAttribute attribute{Attribute::kClass, true, value};
  for (int i = 0; i < 10; ++i) CHECK_FALSE(strings.add(&attribute).empty());
  CHECK_FALSE(strings.exhausted());
  for (int i = 0; i < 1000; ++i) strings.add(&attribute);
  CHECK(strings.exhausted());
  CHECK(strings.add(&attribute).empty());
  CHECK(text.size() < 2'000'000);
}
