#include "cli/output_names.hpp"

#include <doctest/doctest.h>

#include <set>

using namespace thresh::cli;

TEST_CASE("names come from the id and end as the format says") {
  OutputNames names(".md");
  CHECK(names.next("story") == "story.md");
  CHECK(names.next("caf\u00e9 au lait") == "caf\u00e9 au lait.md");
  CHECK(names.next("-") == "stdin.md");
}

TEST_CASE("no part of a path reaches the name") {
  OutputNames names(".txt");
  CHECK(names.next("a/b/story") == "story.txt");
  CHECK(names.next("../../etc/passwd") == "passwd.txt");
  CHECK(names.next("/") == "_.txt");
  CHECK(names.next("..") == "_..txt");
  CHECK(names.next("back\\slash") == "back_slash.txt");
  CHECK(names.next("") == "page.txt");
}

TEST_CASE("names are neither hidden, nor like options, nor hold control characters") {
  OutputNames names(".txt");
  CHECK(names.next(".hidden") == "_hidden.txt");
  CHECK(names.next("-rf") == "_rf.txt");
  for (const char* id : {"a\nb", "a\x1b[2J", "\u009b"}) {
    for (const char c : names.next(id)) CHECK(static_cast<unsigned char>(c) >= 0x20);
  }
}

TEST_CASE("pages of one name are numbered in input order") {
  OutputNames names(".txt");
  CHECK(names.next("a/index") == "index.txt");
  CHECK(names.next("b/index") == "index-2.txt");
  CHECK(names.next("c/index") == "index-3.txt");
}

TEST_CASE("a number never hits a page that is called so itself") {
  OutputNames names(".txt");
  CHECK(names.next("a") == "a.txt");
  CHECK(names.next("a-2") == "a-2.txt");
  CHECK(names.next("a") == "a-3.txt");
  CHECK(names.next("a-2") == "a-2-2.txt");
  CHECK(names.next("a-3") == "a-3-2.txt");
  CHECK(names.next("a") == "a-4.txt");
}

TEST_CASE("names are at most 200 bytes, cut between characters, and still differ") {
  OutputNames names(".html");
  std::string longest;
  for (int i = 0; i < 200; ++i) longest += "\u6f22";
  std::set<std::string> seen;
  for (int i = 0; i < 20; ++i) {
    const std::string name = names.next(longest + std::to_string(i));
    CHECK(name.size() <= OutputNames::kMaxNameBytes);
    CHECK(name.starts_with("\u6f22\u6f22"));
    CHECK((name.find('-') == std::string::npos ? name.find(".html") : name.find('-')) % 3 == 0);
    CHECK(seen.insert(name).second);
  }
}

TEST_CASE("many pages of one name are named in time that grows with their number") {
  OutputNames names(".txt");
  std::string last;
  for (int i = 0; i < 200'000; ++i) last = names.next("x/index");
  CHECK(last == "index-200000.txt");
}

TEST_CASE("a URL's name has its host and path") {
  OutputNames names(".txt");
  CHECK(names.next("https://example.org/a/story.html") == "example.org_a_story.txt");
  CHECK(names.next("http://example.org:80/") == "example.org_80.txt");
  CHECK(names.next("https://example.org/?p=2&q=*") == "example.org__p=2_q=_.txt");
  CHECK(names.next("https://example.org/a/story.htm") == "example.org_a_story-2.txt");
}
