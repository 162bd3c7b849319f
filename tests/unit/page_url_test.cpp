#include "page/page_url.hpp"

#include <doctest/doctest.h>

#include <string>

#include "support/segmented.hpp"

using namespace thresh::page;
using thresh::testing::document_of;

namespace {

std::string url_of(std::string_view html, std::string_view url = {}, std::string_view option = {}) {
  return page_url(document_of(html), url, option).page;
}

std::string base_of(std::string_view html, std::string_view url = {},
                    std::string_view option = {}) {
  return page_url(document_of(html), url, option).base;
}

}  // namespace

TEST_CASE("the caller's base goes before the page's URL, and both before what the page says") {
  const std::string page =
      "<!-- saved from url=(0023)https://saved.example/a -->"
      "<link rel=canonical href='https://canonical.example/a'>";
  CHECK(url_of(page, "https://given.example/a", "https://option.example/a") ==
        "https://option.example/a");
  CHECK(url_of(page, "https://given.example/a") == "https://given.example/a");
  CHECK(url_of(page) == "https://saved.example/a");
}

TEST_CASE("a page without a given URL is where its canonical link or og:url says") {
  CHECK(url_of("<meta property=og:url content='https://b.example/x'>"
               "<link rel=canonical href='https://a.example/x'>") == "https://a.example/x");
  CHECK(url_of("<link rel=canonical href='/x'>"
               "<meta property=og:url content='https://b.example/x'>") == "https://b.example/x");
  CHECK(url_of("<link rel=canonical href='javascript:x'>").empty());
}

TEST_CASE("the base is the page's URL with its base element applied") {
  CHECK(base_of("<p>", "https://a.example/x/y") == "https://a.example/x/y");
  CHECK(base_of("<base href='../z/'>", "https://a.example/x/y") == "https://a.example/z/");
  CHECK(base_of("<base href='https://b.example/'>") == "https://b.example/");
}

TEST_CASE("a base element that is no web address is ignored") {
  CHECK(base_of("<base href='javascript:x'>", "https://a.example/x") == "https://a.example/x");
  CHECK(base_of("<base href='relative/'>").empty());
}

TEST_CASE("a local file can be the base") {
  CHECK(url_of("<base href='img/'>", {}, "file:///home/me/page.html") ==
        "file:///home/me/page.html");
}
