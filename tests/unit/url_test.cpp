#include "base/url.hpp"

#include <doctest/doctest.h>

using namespace thresh::base;

TEST_CASE("references are resolved as RFC 3986 section 5.4 shows") {
  struct Row {
    std::string_view reference;
    std::string_view expected;
  };
  constexpr Row kRows[] = {
      {"g:h", "g:h"},
      {"g", "http://a/b/c/g"},
      {"./g", "http://a/b/c/g"},
      {"g/", "http://a/b/c/g/"},
      {"/g", "http://a/g"},
      {"//g", "http://g/"},
      {"?y", "http://a/b/c/d;p?y"},
      {"g?y", "http://a/b/c/g?y"},
      {"#s", "http://a/b/c/d;p?q#s"},
      {"g#s", "http://a/b/c/g#s"},
      {"g?y#s", "http://a/b/c/g?y#s"},
      {";x", "http://a/b/c/;x"},
      {"g;x?y#s", "http://a/b/c/g;x?y#s"},
      {"", "http://a/b/c/d;p?q"},
      {".", "http://a/b/c/"},
      {"./", "http://a/b/c/"},
      {"..", "http://a/b/"},
      {"../", "http://a/b/"},
      {"../g", "http://a/b/g"},
      {"../..", "http://a/"},
      {"../../g", "http://a/g"},
      {"../../../g", "http://a/g"},
      {"../../../../g", "http://a/g"},
      {"/./g", "http://a/g"},
      {"/../g", "http://a/g"},
      {"g.", "http://a/b/c/g."},
      {"..g", "http://a/b/c/..g"},
      {"./../g", "http://a/b/g"},
      {"./g/.", "http://a/b/c/g/"},
      {"g/../h", "http://a/b/c/h"},
      {"g;x=1/../y", "http://a/b/c/y"},
      {"g?y/../x", "http://a/b/c/g?y/../x"},
      {"g#s/../x", "http://a/b/c/g#s/../x"},
  };
  for (const Row& row : kRows) {
    CAPTURE(row.reference);
    CHECK(resolve_url("http://a/b/c/d;p?q", row.reference) == row.expected);
  }
}

TEST_CASE("references are read as browsers read them") {
  const std::string_view base = "https://Example.org/news/2024/story.html?id=7#top";
  CHECK(resolve_url(base, " \n/a\tb\r\n ") == "https://example.org/ab");
  CHECK(resolve_url(base, "\\img\\a.png?x=\\y") == "https://example.org/img/a.png?x=\\y");
  CHECK(resolve_url(base, "HTTP:\\\\CDN.example.net:80") == "http://cdn.example.net/");
  CHECK(resolve_url(base, "///cdn.example.net/x") == "https://cdn.example.net/x");
  CHECK(resolve_url(base, "https:///cdn.example.net:443/x") == "https://cdn.example.net/x");
  CHECK(resolve_url(base, "%2E%2e/x/%2e/y") == "https://example.org/news/x/y");
  CHECK(resolve_url(base, "mailto:desk@example.org") == "mailto:desk@example.org");
}

TEST_CASE("what a URL cannot hold is percent-encoded, once") {
  const std::string_view base = "https://example.org/";
  CHECK(resolve_url(base, "a b/\u00fc.html?q=\"\u20ac\" 1#a b") ==
        "https://example.org/a%20b/%C3%BC.html?q=%22%E2%82%AC%22%201#a%20b");
  CHECK(resolve_url(base, "a%20b%C3%BC?x=%22") == "https://example.org/a%20b%C3%BC?x=%22");
  CHECK(resolve_url(base, "x\x01\x1b[31m") == "https://example.org/x%01%1B[31m");
}

TEST_CASE("a base with a host and no path gets a slash") {
  CHECK(resolve_url("http://example.org", "a/b") == "http://example.org/a/b");
  CHECK(resolve_url("http://example.org", "?q") == "http://example.org/?q");
}

TEST_CASE("ports, users and IPv6 hosts are kept") {
  CHECK(resolve_url("http://u:p@[::1]:8080/x", "y") == "http://u:p@[::1]:8080/y");
}

TEST_CASE("a file can be a base") {
  CHECK(resolve_url("file:///home/me/page.html", "img/a.png") == "file:///home/me/img/a.png");
}

TEST_CASE("nothing comes of what cannot be made absolute") {
  CHECK(resolve_url("", "a/b").empty());
  CHECK(resolve_url("pages/a.html", "b.html").empty());
  CHECK(resolve_url("about:blank", "b.html").empty());
  CHECK(resolve_url("https://example.org/", "http://").empty());
  CHECK(resolve_url("https://example.org/", "http://{{host}}/x").empty());
  CHECK(resolve_url("https://example.org/", "http://a b/").empty());
  CHECK(resolve_url("https://example.org/", "http://a:port/").empty());
  CHECK(resolve_url("https://example.org/", "http://a::/").empty());
}

TEST_CASE("an absolute reference needs no base") {
  CHECK(resolve_url("", "https://example.org/a/../b") == "https://example.org/b");
}

TEST_CASE("scheme and host are lower case and see through stray white space") {
  CHECK(url_scheme(" JAVA\nScript:alert(1)") == "javascript");
  CHECK(url_scheme("a/b:c").empty());
  CHECK(url_scheme("1a:b").empty());
  CHECK(url_host("https://user@WWW.Example.org:8080/x") == "www.example.org");
  CHECK(url_host("//cdn.example.net/x") == "cdn.example.net");
  CHECK(url_host("http://[2001:db8::1]:80/") == "[2001:db8::1]");
  CHECK(url_host("/path").empty());
  CHECK(url_host("mailto:desk@example.org").empty());
}

TEST_CASE("only web and mail links are safe") {
  CHECK(is_safe_link("https://example.org"));
  CHECK(is_safe_link("HTTP://example.org"));
  CHECK(is_safe_link("mailto:desk@example.org"));
  CHECK_FALSE(is_safe_link("javascript:alert(1)"));
  CHECK_FALSE(is_safe_link("java\tscript:alert(1)"));
  CHECK_FALSE(is_safe_link("data:text/html,x"));
  CHECK_FALSE(is_safe_link("story.html"));
}

TEST_CASE("a URL in its normal form stays as it is, whatever its scheme") {
  for (const std::string_view reference :
       {"HTTP://a/../b c?d\"#e", "other://a b\x1b/c", "mailto:a b@c", "//[::1]:80/x"}) {
    const std::string once = resolve_url("https://example.org/", reference);
    CAPTURE(once);
    CHECK(once.find_first_of(" \x1b") == std::string::npos);
    CHECK(resolve_url("", once) == once);
  }
}

TEST_CASE("long paths of dots cost linear time") {
  std::string reference;
  for (int i = 0; i < 200'000; ++i) reference += "../";
  CHECK(resolve_url("http://" + std::string(100'000, 'a') + "/x/", reference).size() == 100'008);
}

TEST_CASE("a base is taken apart once for many references") {
  const BaseUrl base("HTTPS://Example.org:443/a/./b/../c?q#f");
  CHECK(base.resolve("d") == "https://example.org/a/d");
  CHECK(base.resolve("") == "https://example.org/a/c?q");
  CHECK(base.resolve("//cdn.example.net/x") == "https://cdn.example.net/x");
  CHECK(BaseUrl("https://example.org/a/b/..").resolve("c") == "https://example.org/a/c");
  CHECK(BaseUrl("https://a b/").resolve("c").empty());
  CHECK(BaseUrl("https://a b/").resolve("//example.org/c") == "https://example.org/c");
}

TEST_CASE("what is shown of a URL holds no credentials") {
  CHECK(without_credentials("http://me:pw@example.org/a@b") == "http://example.org/a@b");
  CHECK(without_credentials("http:me:p@w@example.org?q") == "http:example.org?q");
  CHECK(without_credentials("http:///\\me@example.org") == "http:///\\example.org");
  CHECK(without_credentials("https://example.org/?mail=a@b") == "https://example.org/?mail=a@b");
  CHECK(without_credentials("a page") == "a page");
}
