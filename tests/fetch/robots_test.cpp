#include "fetch/robots.hpp"

#include <doctest/doctest.h>

#include <string>

using thresh::fetch::Robots;
using namespace std::chrono_literals;

namespace {

bool allows(std::string_view rules, std::string_view path, std::string_view product = "thresh") {
  return Robots::parse(rules, product).allows(path);
}

// Whether `rule`, for everybody and disallowing, hits the path.
bool disallowed_by(const std::string& rule, std::string_view path) {
  return !allows("User-agent: *\nDisallow: " + rule + "\n", path);
}

}  // namespace

TEST_CASE("an empty file, and one without rules for us, allows everything") {
  CHECK(allows("", "/"));
  CHECK(allows("\n\n# nothing\n", "/page"));
  CHECK(allows("User-agent: other\nDisallow: /\n", "/page"));
  CHECK(allows("User-agent: *\nDisallow:\n", "/page"));
}

TEST_CASE("rules before the first crawler's name are no one's") {
  CHECK(allows("Disallow: /\nUser-agent: *\nAllow: /\n", "/page"));
  CHECK(allows("Disallow: /\n", "/page"));
}

TEST_CASE("our group is used instead of everybody's") {
  const char* rules = "User-agent: *\nDisallow: /\n\nUser-agent: thresh\nDisallow: /private\n";
  CHECK(allows(rules, "/page"));
  CHECK_FALSE(allows(rules, "/private/page"));
  CHECK_FALSE(allows(rules, "/page", "stranger"));
  CHECK_MESSAGE(allows("User-agent: *\nDisallow: /\nUser-agent: thresh\n", "/page"),
                "also if it is empty");
}

TEST_CASE("groups that name us are taken together") {
  const char* rules =
      "User-agent: thresh\nDisallow: /a\n\nUser-agent: other\nDisallow: /b\n\n"
      "User-agent: Thresh\nDisallow: /c\n";
  CHECK_FALSE(allows(rules, "/a"));
  CHECK(allows(rules, "/b"));
  CHECK_FALSE(allows(rules, "/c"));
}

TEST_CASE("one group may name several crawlers, with blank and unknown lines between") {
  const char* rules =
      "User-agent: one\n\nSitemap: https://example.org/map.xml\nUser-agent: thresh\nfoo: bar\n"
      "User-agent: two\nDisallow: /x\n";
  CHECK_FALSE(allows(rules, "/x", "one"));
  CHECK_FALSE(allows(rules, "/x", "thresh"));
  CHECK_FALSE(allows(rules, "/x", "two"));
  CHECK(allows(rules, "/x", "three"));
}

TEST_CASE("a rule ends the names of a group") {
  const char* rules = "User-agent: one\nDisallow: /1\nUser-agent: thresh\nDisallow: /2\n";
  CHECK(allows(rules, "/1"));
  CHECK_FALSE(allows(rules, "/2"));
  CHECK(allows(rules, "/2", "one"));
}

TEST_CASE("a crawler's name is compared in any case, up to its version") {
  for (const char* name : {"thresh", "THRESH", "Thresh/1.0", "thresh (news)", "thresh *"}) {
    CHECK_MESSAGE(!allows(std::string("User-agent: ") + name + "\nDisallow: /\n", "/"), name);
  }
  for (const char* name : {"thres", "threshold", "thresh-news", "my thresh", "*thresh"}) {
    CHECK_MESSAGE(allows(std::string("User-agent: ") + name + "\nDisallow: /\n", "/"), name);
  }
  CHECK_FALSE(allows("User-agent: * (all)\nDisallow: /\n", "/"));
}

TEST_CASE("names of lines are read in any case, and their usual mistakes forgiven") {
  CHECK_FALSE(allows("uSeR-aGeNt: *\ndIsAlLoW: /x\n", "/x"));
  CHECK_FALSE(allows("useragent: *\ndissallow: /x\n", "/x"));
  CHECK_FALSE(allows("user agent : *\n disallow : /x \n", "/x"));
  CHECK_FALSE(allows("user-agent *\ndisallow /x\n", "/x"));
  CHECK_MESSAGE(allows("user-agent *\ndisallow /x and more\n", "/x"), "prose is no rule");
}

TEST_CASE("comments and white space around values are not part of them") {
  CHECK_FALSE(allows("User-agent: * # all\nDisallow:\t/x\t# secret\n", "/x"));
  CHECK(allows("User-agent: *\n#Disallow: /x\n", "/x"));
}

TEST_CASE("lines end in LF, CR, both or the end of the file") {
  CHECK_FALSE(allows("User-agent: *\r\nDisallow: /x\r\n", "/x"));
  CHECK_FALSE(allows("User-agent: *\rDisallow: /x\r", "/x"));
  CHECK_FALSE(allows("User-agent: *\n\r\n\rDisallow: /x", "/x"));
}

TEST_CASE("a byte order mark is not part of the first line") {
  CHECK_FALSE(allows("\xEF\xBB\xBFUser-agent: *\nDisallow: /\n", "/x"));
  CHECK_MESSAGE(allows("\xEF\xBBUser-agent: *\nDisallow: /\n", "/x"),
                "half of one spoils the line");
}

TEST_CASE("the longest rule wins, whatever the order") {
  const char* rules = "User-agent: *\nDisallow: /x/page\nAllow: /x/\nDisallow: /\n";
  CHECK_FALSE(allows(rules, "/x/page.html"));
  CHECK(allows(rules, "/x/other"));
  CHECK_FALSE(allows(rules, "/"));
  CHECK(allows("User-agent: *\nDisallow: /x\nAllow: /x/page.html\n", "/x/page.html"));
  CHECK_FALSE(allows("User-agent: *\nAllow: /p\nDisallow: /*.gif$\n", "/p.gif"));
}

TEST_CASE("Allow wins between rules of one length") {
  CHECK(allows("User-agent: *\nDisallow: /page\nAllow: /page\n", "/page"));
  CHECK(allows("User-agent: *\nAllow: /page\nDisallow: /page\n", "/page"));
  CHECK(allows("User-agent: *\nDisallow:\nAllow:\n", "/page"));
}

TEST_CASE("rules match from the beginning of the path, in its case") {
  CHECK(disallowed_by("/fish", "/fish"));
  CHECK(disallowed_by("/fish", "/fish.html"));
  CHECK(disallowed_by("/fish", "/fishheads/yummy.html"));
  CHECK(disallowed_by("/fish", "/fish.php?id=1"));
  CHECK_FALSE(disallowed_by("/fish", "/Fish.asp"));
  CHECK_FALSE(disallowed_by("/fish", "/catfish"));
  CHECK_FALSE(disallowed_by("/fish/", "/fish"));
  CHECK(disallowed_by("/fish/", "/fish/"));
}

TEST_CASE("a star is any characters, a dollar at the end is the end") {
  CHECK(disallowed_by("/*.php", "/folder/a.php.old"));
  CHECK_FALSE(disallowed_by("/*.php", "/windows.PHP"));
  CHECK(disallowed_by("/*.php$", "/a/b.php"));
  CHECK_FALSE(disallowed_by("/*.php$", "/a.php?x"));
  CHECK_FALSE(disallowed_by("/*.php$", "/a.php5"));
  CHECK(disallowed_by("/fish*.php", "/fishheads/catfish.php?x"));
  CHECK(disallowed_by("*/x", "/a/b/x"));
  CHECK(disallowed_by("/a*b*c$", "/a-b-b-c"));
  CHECK(disallowed_by("/a*bc$", "/abcbc"));
  CHECK_FALSE(disallowed_by("/a*bb$", "/ab"));
  CHECK(disallowed_by("/$", "/"));
  CHECK_FALSE(disallowed_by("/$", "/x"));
  CHECK(disallowed_by("/a***b", "/axb"));
  CHECK(disallowed_by("*", "/anything"));
  CHECK(disallowed_by("/a$b", "/a$b"));
  CHECK_FALSE(disallowed_by("/a$b", "/a"));
}

TEST_CASE("special characters that are encoded stand for themselves") {
  CHECK(disallowed_by("/file-with-a-%2A.html", "/file-with-a-*.html"));
  CHECK_FALSE(disallowed_by("/file-with-a-%2A.html", "/file-with-a-x.html"));
  CHECK(disallowed_by("/price%24", "/price$usd"));
  CHECK_FALSE(disallowed_by("/price%24", "/price"));
}

TEST_CASE("it does not matter how much is percent-encoded") {
  CHECK(disallowed_by("/foo/bar?baz=quz", "/foo/bar?baz=quz"));
  CHECK(disallowed_by("/foo/bar?baz=http://foo.bar", "/foo/bar?baz=http%3A%2F%2Ffoo.bar"));
  CHECK(disallowed_by("/foo/bar?baz=http%3a%2f%2ffoo.bar", "/foo/bar?baz=http://foo.bar"));
  CHECK(disallowed_by("/foo/bar/\xE3\x83\x84", "/foo/bar/%E3%83%84"));
  CHECK(disallowed_by("/foo/bar/%e3%83%84", "/foo/bar/\xE3\x83\x84"));
  CHECK(disallowed_by("/foo/bar/%62%61%7A", "/foo/bar/baz"));
  CHECK(disallowed_by("/foo/bar/baz", "/foo/bar/%62%61%7a"));
  CHECK_FALSE(disallowed_by("/a/b", "/a%2Fb"));
  CHECK(disallowed_by("/100%", "/100%"));
  CHECK(disallowed_by("/100%", "/100%25"));
  CHECK(disallowed_by("/a b", "/a%20b"));
}

TEST_CASE("URLs are taken whole or as their path") {
  const Robots robots = Robots::parse("User-agent: *\nDisallow: /x\nDisallow: /?q\n", "thresh");
  CHECK_FALSE(robots.allows("https://example.org/x"));
  CHECK_FALSE(robots.allows("https://example.org:8080/x?y"));
  CHECK_FALSE(robots.allows("https://example.org?q=1"));
  CHECK(robots.allows("https://example.org"));
  CHECK(robots.allows("https://example.org/y#/x"));
  CHECK(robots.allows("https://x/y?u=//example.org/x"));
}

TEST_CASE("robots.txt itself is always allowed") {
  CHECK(Robots::disallow_all().allows("https://example.org/robots.txt"));
  CHECK_FALSE(Robots::disallow_all().allows("https://example.org/robots.txt.bak"));
}

TEST_CASE("the answer's status decides whether there are rules") {
  const char* rules = "User-agent: *\nDisallow: /x\n";
  CHECK_FALSE(Robots::for_answer(200, rules, "thresh").allows("/x"));
  CHECK(Robots::for_answer(200, rules, "thresh").allows("/y"));
  for (const int status : {302, 400, 401, 403, 404, 410, 429, 499}) {
    CHECK_MESSAGE(Robots::for_answer(status, rules, "thresh").allows("/x"), status);
  }
  for (const int status : {0, 500, 502, 503, 599}) {
    CHECK_MESSAGE(!Robots::for_answer(status, rules, "thresh").allows("/y"), status);
  }
}

TEST_CASE("Crawl-delay is the time between requests, for the group it stands in") {
  const auto delay = [](std::string_view rules) {
    return Robots::parse(rules, "thresh").crawl_delay();
  };
  CHECK(delay("User-agent: *\nCrawl-delay: 5\n") == 5000ms);
  CHECK(delay("User-agent: *\nCrawl-delay: 0.25\n") == 250ms);
  CHECK(delay("User-agent: *\nCrawl-delay: .5\n") == 500ms);
  CHECK(delay("User-agent: *\nCrawl-delay: 1.23456\n") == 1234ms);
  CHECK(delay("User-agent: *\nCrawl-delay: 99999999999999\n") == 1h);
  CHECK(delay("User-agent: *\nCrawl-delay: 1\nUser-agent: thresh\nCrawl-delay: 2\n") == 2000ms);
  CHECK_FALSE(delay("User-agent: other\nCrawl-delay: 5\n"));
  for (const char* bad : {"", "-1", "soon", "1,5", "1.2.3", "."}) {
    CHECK_MESSAGE(!delay(std::string("User-agent: *\nCrawl-delay: ") + bad + "\n"), bad);
  }
}

TEST_CASE("what follows the first 500 kB is not read, nor a line cut in two") {
  std::string rules = "User-agent: *\nDisallow: /early\n";
  rules.append(thresh::fetch::kMaxRobotsBytes - rules.size() - 12, '\n');
  rules += "Disallow: /cut-off-here\nDisallow: /late\n";
  CHECK_FALSE(allows(rules, "/early"));
  CHECK(allows(rules, "/cut-off-here"));
  CHECK(allows(rules, "/c"));
  CHECK(allows(rules, "/late"));
  CHECK_MESSAGE(allows(rules.substr(0, thresh::fetch::kMaxRobotsBytes), "/c"), "cut by the caller");
  CHECK(allows(std::string(2 * thresh::fetch::kMaxRobotsBytes, 'x'), "/x"));
}
