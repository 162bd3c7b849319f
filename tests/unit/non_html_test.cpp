#include "page/non_html.hpp"

#include <doctest/doctest.h>

#include <string>

using thresh::page::non_html_kind;
using thresh::page::non_html_type;
using namespace std::string_literals;

TEST_CASE("files are known by their magic numbers") {
  CHECK(non_html_kind("%PDF-1.7\n%\xE2\xE3") == "PDF");
  CHECK(non_html_kind("\n %PDF-1.4") == "PDF");
  CHECK(non_html_kind("\x89PNG\r\n\x1A\n....") == "PNG image");
  CHECK(non_html_kind("\xFF\xD8\xFF\xE0") == "JPEG image");
  CHECK(non_html_kind("GIF89a\1\2") == "GIF image");
  CHECK(non_html_kind("RIFF\1\2\3\4WEBPVP8 ") == "WebP image");
  CHECK(non_html_kind("PK\3\4\x14") == "ZIP archive");
  CHECK(non_html_kind("\x1F\x8B\x08") == "gzip data");
  CHECK(non_html_kind("{\\rtf1\\ansi Hello}") == "RTF document");
  CHECK(non_html_kind("bplist00\xD1\1\2_\x10\x0FWebMainResource") == "web archive");
}

TEST_CASE("MHTML is known by its mail header") {
  CHECK(non_html_kind("From: <Saved by Example>\r\nSubject: A page\r\nMIME-Version: 1.0\r\n"
                      "Content-Type: multipart/related;\r\n\tboundary=\"x\"\r\n\r\n--x\r\n") ==
        "MHTML");
  CHECK(non_html_kind("MIME-Version: 1.0\nContent-Type: text/html\n\n<html>") == "MHTML");
  CHECK(non_html_kind("Subject: plain words, no mail").empty());
  CHECK(non_html_kind("<p>MIME-Version: 1.0 Content-Type: multipart/related</p>").empty());
}

TEST_CASE("feeds and site maps are known by their first element") {
  CHECK(non_html_kind("<?xml version=\"1.0\"?>\n<!-- a --><rss version=\"2.0\">") == "XML feed");
  CHECK(non_html_kind("<feed xmlns=\"http://www.w3.org/2005/Atom\">") == "XML feed");
  CHECK(non_html_kind("\xEF\xBB\xBF<urlset>") == "XML site map");
  CHECK(non_html_kind("<feedback>No feed</feedback>").empty());
  CHECK(non_html_kind("<?xml version=\"1.0\"?><!DOCTYPE html><html><rss>").empty());
  CHECK(non_html_kind("<!-- never closed <rss>").empty());
}

TEST_CASE("many control characters are binary data") {
  std::string bytes;
  for (int i = 0; i < 4096; ++i) bytes += static_cast<char>(i * 7 + i / 256);
  CHECK(non_html_kind(bytes) == "binary data");
  CHECK(non_html_kind(std::string(100, '\0')) == "binary data");
}

TEST_CASE("what may be HTML or text stays") {
  CHECK(non_html_kind("").empty());
  CHECK(non_html_kind(" \n").empty());
  CHECK(non_html_kind("Plain words.").empty());
  CHECK(non_html_kind("GIF, PDF and RIFF are words").empty());
  CHECK(non_html_kind("caf\xE9 \x93quoted\x94").empty());
  CHECK(non_html_kind("\x1B$B$3$s\x1B(B").empty());
  CHECK(non_html_kind("<html><body>\0\0\0\0\0\0\0\0\0\0\0\0"s).empty());
  CHECK(non_html_kind(std::string(3000, '\0') + "<DIV>text</DIV>").empty());
}

TEST_CASE("UTF-16 is no binary data") {
  std::string bytes;
  for (const char c : "A line of plain words, no mark-up"s) bytes += {c, '\0'};
  CHECK(non_html_kind(bytes).empty());
  CHECK(non_html_kind("\xFF\xFE" + bytes).empty());
}

TEST_CASE("a server's word counts unless a page might be called that") {
  CHECK(non_html_type("application/json; charset=utf-8") == "application/json");
  CHECK(non_html_type(" image/svg+xml ") == "image/svg+xml");
  CHECK(non_html_type("text/csv") == "text/csv");
  for (const char* type : {"", "html", "text/html", "TEXT/HTML;charset=x", "text/plain",
                           "application/xhtml+xml", "application/octet-stream"}) {
    CHECK_MESSAGE(non_html_type(type).empty(), type);
  }
}
