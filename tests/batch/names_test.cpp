#include "batch/names.hpp"

#include <doctest/doctest.h>

using namespace thresh::batch;

TEST_CASE("pages end in .html, .htm or .xhtml, with or without .gz") {
  for (const char* name : {"a.html", "a.htm", "a.xhtml", "a.html.gz", "a.htm.gz", "a.xhtml.gz",
                           "A.HTML", "a.b.Htm.GZ", "dir/.x.html"}) {
    CAPTURE(name);
    CHECK(is_page_name(name));
  }
  for (const char* name : {"a", "a.gz", "a.txt", "html", ".html", "a/.html", "a.html.bak",
                           "a.htmlx", "a.gz.html.bz2", "", ".html.gz"}) {
    CAPTURE(name);
    CHECK_FALSE(is_page_name(name));
  }
}

TEST_CASE("the ending is not part of a page's id") {
  CHECK(without_page_ending("a.html") == "a");
  CHECK(without_page_ending("a/b.XHTML.gz") == "a/b");
  CHECK(without_page_ending("a.html.html") == "a.html");
  CHECK(without_page_ending("notes.gz") == "notes");
  CHECK(without_page_ending("notes.txt") == "notes.txt");
  CHECK(without_page_ending(".html") == ".html");
  CHECK(without_page_ending("-") == "-");
}

TEST_CASE("the last part of a path") {
  CHECK(last_part("a/b.html") == "b.html");
  CHECK(last_part("b.html") == "b.html");
  CHECK(last_part("a/b/") == "b");
  CHECK(last_part("/") == "/");
  CHECK(last_part("//") == "/");
  CHECK(last_part("") == "");
  CHECK(last_part("../..") == "..");
}

TEST_CASE("no control character of a name reaches a terminal") {
  CHECK(printable("caf\u00e9 \u6f22.html") == "caf\u00e9 \u6f22.html");
  CHECK(printable("a\x1b[2Jb\n\t\x7f") == "a\\x1B[2Jb\\x0A\\x09\\x7F");
  CHECK(printable("c1 \u009b31m \u00a0") == "c1 \\x9B31m \u00a0");
  CHECK(printable("raw \x9b\xff z\xc3") == "raw \\x9B\\xFF z\\xC3");
}
