// URLs on the command line and in lists, against our own server and a real one.
#include <doctest/doctest.h>
#include <signal.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include "cli/process.hpp"
#include "support/fault_server.hpp"
#include "support/nginx.hpp"
#include "support/skip.hpp"

using namespace thresh;
using test::FaultServer;
using test::Process;
using test::TemporaryDirectory;

namespace {

// A page that is taken for an article, with `words` in it.
std::string story(const std::string& words) {
  std::string page = "<title>A story</title><article><h1>A story of some length</h1>";
  for (int i = 0; i < 6; ++i) {
    page +=
        "<p>The harbour was quiet that morning, and the keeper of the light wrote down what he "
        "had seen of the ships: " +
        words + ".</p>";
  }
  return page + "</article>";
}

struct Ran {
  int status;
  std::string output;
  std::string errors;
};

Ran run(std::vector<std::string> arguments, std::vector<std::string> environment = {},
        const std::string& input = {}) {
  Process process(std::move(arguments), std::move(environment), input);
  const int status = process.wait();
  return {status, process.output(), process.errors()};
}

// With the options that let it reach the server, and reach it fast.
Ran run_with(const FaultServer& server, std::vector<std::string> arguments,
             std::vector<std::string> environment = {}, const std::string& input = {}) {
  for (const std::string& option : {std::string("--delay"), std::string("0"),
                                    std::string("--allow-address"), server.exception()}) {
    arguments.push_back(option);
  }
  return run(std::move(arguments), std::move(environment), input);
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

}  // namespace

TEST_CASE("a URL's page is written, its links resolved against where redirects led") {
  FaultServer server;
  server.on("/start", test::redirect("/deep/page"));
  server.on("/deep/page", test::page(story("see <a href='other'>the other one</a>")));
  const Ran markdown = run_with(server, {"-m", "--links", server.url("/start")});
  CHECK(markdown.status == 0);
  CHECK(markdown.errors == "");
  CHECK(contains(markdown.output, "(" + server.url("/deep/other") + ")"));
  const Ran json = run_with(server, {"-j", server.url("/start")});
  CHECK(contains(json.output, "\"final_url\": \"" + server.url("/deep/page") + "\""));
  CHECK(contains(json.output, "\"id\": \"" + server.url("/start") + "\""));
}

TEST_CASE("the charset and the type of the header count") {
  FaultServer server;
  server.on("/cyrillic", test::page(story("\xEC\xE0\xFF\xEA"), "text/html; charset=windows-1251"));
  CHECK(contains(run_with(server, {server.url("/cyrillic")}).output, "маяк"));
  server.on("/data", test::page("id,name\n1,a\n", "text/csv"));
  const Ran data = run_with(server, {"-p", "verdict", server.url("/data")});
  CHECK(data.status == 1);
  CHECK(data.output == "not_html\n");
}

TEST_CASE("why a URL could not be fetched is the exit status") {
  FaultServer server;
  server.on("/robots.txt", test::reply(200, "User-agent: *\nDisallow: /secret"));
  server.on("/secret", test::page(story("x")));
  const Ran missing = run_with(server, {server.url("/missing")});
  CHECK(missing.status == 69);
  CHECK(missing.errors == "thresh: " + server.url("/missing") + ": HTTP status 404\n");
  CHECK(run({server.url("/missing")}).status == 77);
  CHECK(run_with(server, {server.url("/secret")}).status == 0);
  CHECK(run_with(server, {"--robots", server.url("/secret")}).status == 77);
  CHECK(run_with(server, {"http://"}).status == 64);
}

TEST_CASE("a list is fetched in its order, failures in their places") {
  FaultServer server;
  const TemporaryDirectory folder;
  server.on("/robots.txt", test::reply(200, "User-agent: *\nDisallow: /no"));
  server.on("/a", test::delayed(std::chrono::milliseconds(30), test::page(story("aa"))));
  server.on("/b", test::page(story("bb")));
  server.on("/no", test::page(story("no")));
  const std::string list = "# three\n" + server.url("/a") + "\r\n\n  " + server.url("/gone") +
                           " \n" + server.url("/no") + "\nnonsense\n" + server.url("/b");
  const std::string file = folder.write("urls.txt", list);
  const Ran ran = run_with(server, {"--format", "jsonl", "--input-list", file});
  CHECK(ran.status == 0);
  const std::vector<std::string> records = lines_of(ran.output);
  REQUIRE(records.size() == 5);
  const char* expected[] = {"\"status\":\"ok\"", "\"code\":\"http\"", "\"code\":\"robots\"",
                            "\"code\":\"bad_url\"", "\"status\":\"ok\""};
  for (std::size_t i = 0; i < records.size(); ++i) CHECK(contains(records[i], expected[i]));
  CHECK(contains(records[0], "/a\""));
  CHECK(contains(records[4], "/b\""));
  CHECK(lines_of(ran.errors).size() == 4);  // three failures, and the summary
  CHECK(contains(ran.errors, "3 errors (1 bad_url, 1 http, 1 robots)"));
  CHECK_FALSE(contains(ran.errors, "\r"));

  CHECK(run_with(server, {"--strict", "--input-list", file}).status == 1);
  const Ran piped =
      run_with(server, {"--format", "jsonl", "--ignore-robots", "--input-list", "-"}, {}, list);
  CHECK(lines_of(piped.output).size() == 5);
  CHECK(contains(piped.errors, "2 errors (1 bad_url, 1 http)"));
  CHECK(run({"--input-list", folder / "missing"}).status == 66);
}

TEST_CASE("files and URLs keep their order") {
  FaultServer server;
  const TemporaryDirectory folder;
  server.on("/b", test::delayed(std::chrono::milliseconds(20), test::page(story("bb"))));
  server.on("/d", test::page(story("dd")));
  const std::string a = folder.write("a.html", story("aa"));
  const std::string c = folder.write("c.html", story("cc"));
  for (const char* jobs : {"1", "4"}) {
    const Ran ran = run_with(server, {"-J", jobs, a, server.url("/b"), c, server.url("/d")});
    CHECK(ran.status == 0);
    std::vector<std::string> headings;
    for (const std::string& line : lines_of(ran.output)) {
      if (line.starts_with("==> ")) headings.push_back(line);
    }
    CHECK(headings ==
          std::vector<std::string>{"==> " + a + " <==", "==> " + server.url("/b") + " <==",
                                   "==> " + c + " <==", "==> " + server.url("/d") + " <=="});
  }
}

TEST_CASE("what the options say is what the server sees") {
  FaultServer server;
  server.on("/a", test::page(story("x")));
  CHECK(run_with(server, {"-A", "reader/1", "-H", "X-Key: k", "--cookie", "id=7", "-u", "me:pw",
                          server.url("/a")})
            .status == 0);
  REQUIRE(server.requests().size() == 1);
  const test::SeenRequest seen = server.requests().front();
  CHECK(seen.header("User-Agent") == "reader/1");
  CHECK(seen.header("X-Key") == "k");
  CHECK(seen.header("Cookie") == "id=7");
  CHECK(seen.header("Authorization") == "Basic bWU6cHc=");
  CHECK(run({"-H", "nothing", server.url("/a")}).status == 64);
  CHECK(run({"--max-redirs", "-1", server.url("/a")}).status == 64);
  CHECK(run({"--allow-address", "here", server.url("/a")}).status == 64);
}

TEST_CASE("credentials of a URL are shown nowhere") {
  FaultServer server;
  server.on("/a", test::page(story("x")));
  for (const char* path : {"/a", "/gone"}) {
    const Ran ran = run_with(server, {"-v", "-j", "http://me:hidden@" + server.exception() + path});
    CHECK_FALSE(contains(ran.output + ran.errors, "hidden"));
  }
  CHECK(server.requests().front().header("Authorization") == "Basic bWU6aGlkZGVu");
}

TEST_CASE("proxies come from the environment or the command line") {
  FaultServer proxy;
  proxy.on_others([](const test::SeenRequest&) { return test::page(story("by proxy")); });
  const std::string env = "http_proxy=http://" + proxy.exception();
  const Ran ran = run({"http://news.example/a"}, {env});
  CHECK(ran.status == 0);
  REQUIRE(proxy.requests().size() == 1);
  CHECK(proxy.requests().front().target == "http://news.example/a");
  CHECK(run({"-x", "http://" + proxy.exception(), "http://news.example/b"}).status == 0);
  CHECK(run({"http://169.254.169.254/"}, {env}).status == 77);
  CHECK(proxy.requests().size() == 2);
}

TEST_CASE("pages are kept as they were fetched") {
  FaultServer server;
  const TemporaryDirectory folder;
  const std::string page = story("kept");
  server.on("/news/a.html", test::page(page));
  const std::string saved = folder / "saved/here";
  const Ran ran = run_with(
      server, {"-c", "--save-html", saved, server.url("/news/a.html"), server.url("/gone")});
  CHECK(ran.status == 69);
  const std::string name = "127.0.0.1_" + std::to_string(server.port()) + "_news_a.html";
  CHECK(test::read_whole_file(saved + "/" + name) == page);
  const std::filesystem::directory_iterator files(saved);
  CHECK(std::distance(begin(files), end(files)) == 1);
}

TEST_CASE("a run goes on where an earlier one ended") {
  FaultServer server;
  const TemporaryDirectory folder;
  server.on("/a.html", test::page(story("aa")));
  server.on("/b", {test::reply(404), test::page(story("bb"))});
  const std::string list =
      folder.write("urls", server.url("/a.html") + "\n" + server.url("/b") + "\n");
  const std::string records = folder / "out.jsonl";
  const std::vector<std::string> stream = {"--resume", "--format",     "jsonl", "-o",
                                           records,    "--input-list", list};
  CHECK(run_with(server, stream).status == 0);
  CHECK(contains(test::read_whole_file(records), "\"code\":\"http\""));
  CHECK(run_with(server, stream).status == 0);
  CHECK(run_with(server, stream).status == 0);
  CHECK(lines_of(test::read_whole_file(records)).size() == 2);
  CHECK_FALSE(contains(test::read_whole_file(records), "\"code\":\"http\""));
  CHECK(server.count("/a.html") == 1);
  CHECK(server.count("/b") == 2);

  const std::vector<std::string> files = {"--resume", "--output-dir", folder / "out",
                                          "--input-list", list};
  CHECK(run_with(server, files).status == 0);
  CHECK(run_with(server, files).status == 0);
  CHECK(server.count("/a.html") == 2);
  CHECK(run({"--resume", server.url("/a.html")}).status == 64);
}

TEST_CASE("pages whose names collide keep their names from run to run") {
  FaultServer server;
  const TemporaryDirectory folder;
  server.on("/a", {test::reply(404), test::page(story("first"))});
  server.on("/a.html", test::page(story("second")));
  const std::string host = "127.0.0.1:" + std::to_string(server.port());
  const std::string list = folder.write("urls", "http://me:pw@" + host + "/a\nhttp://" + host +
                                                    "/a.html\nhttp://me:pw@" + host + "/a\n");
  const std::vector<std::string> arguments = {
      "--resume", "--output-dir", folder / "out", "--input-list",
      list,       "--unordered",  "--retry",      "0"};
  for (int i = 0; i < 3; ++i) CHECK(run_with(server, arguments).status == 0);
  const std::string stem = folder / "out/127.0.0.1_" + std::to_string(server.port()) + "_a";
  CHECK(contains(test::read_whole_file(stem + ".txt"), "first"));
  CHECK(contains(test::read_whole_file(stem + "-2.txt"), "second"));
  CHECK(contains(test::read_whole_file(stem + "-3.txt"), "first"));
  CHECK(server.count("/a") == 3);
  CHECK(server.count("/a.html") == 1);
}

TEST_CASE("going on with the list of URLs itself, or with no records, is refused") {
  FaultServer server;
  const TemporaryDirectory folder;
  const std::string list = folder.write("urls", server.url("/a") + "\n");
  const std::string notes = folder.write("notes", "mine\n");
  for (const std::string& file : {list, notes}) {
    const Ran ran =
        run_with(server, {"--resume", "--format", "jsonl", "-o", file, "--input-list", list});
    CHECK(ran.status == (file == list ? 64 : 74));
  }
  CHECK(test::read_whole_file(list) == server.url("/a") + "\n");
  CHECK(test::read_whole_file(notes) == "mine\n");
  CHECK(server.requests().empty());
}

TEST_CASE("the cache is asked for, and the archive written") {
  FaultServer server;
  const TemporaryDirectory folder;
  server.on_etag("/a", "\"e\"", story("cached"));
  for (int i = 0; i < 2; ++i) {
    const Ran ran = run_with(server, {"--cache", folder / "cache", server.url("/a")});
    CHECK(contains(ran.output, "cached"));
  }
  CHECK(server.requests().back().header("If-None-Match") == "\"e\"");
  const std::string warc = folder / "a.warc";
  CHECK(run_with(server, {"--warc", warc, server.url("/a")}).status == 0);
  CHECK(contains(test::read_whole_file(warc), "WARC-Target-URI: " + server.url("/a")));
  CHECK(run_with(server, {"--warc", folder / "no/a.warc", server.url("/a")}).status == 74);
  CHECK(run({"--warc", warc, "--cache", warc, server.url("/a")}).status == 64);
}

TEST_CASE("Ctrl-C finishes what is in flight and writes it") {
  FaultServer server;
  server.on_others([](const test::SeenRequest&) {
    return test::delayed(std::chrono::milliseconds(20), test::page(story("x")));
  });
  std::string list;
  for (int i = 0; i < 1000; ++i) list += server.url("/" + std::to_string(i)) + "\n";
  Process process({"--format", "jsonl", "--delay", "0", "--ignore-robots", "--allow-address",
                   server.exception(), "--input-list", "-"},
                  {}, list);
  REQUIRE(server.wait_for_requests(3));
  process.send(SIGINT);
  CHECK(process.wait() == 130);
  const std::vector<std::string> records = lines_of(process.output());
  CHECK(records.size() == server.requests().size());
  CHECK(records.size() < 1000);
  CHECK(std::all_of(records.begin(), records.end(), [](const std::string& record) {
    return contains(record, "\"status\":\"ok\"") && record.ends_with('}');
  }));
}

TEST_CASE("a real server: TLS is verified, compression undone, passwords sent") {
  std::string missing;
  const std::unique_ptr<test::Nginx> nginx = test::Nginx::start(missing);
  if (!nginx) return test::skip(missing);
  nginx->write("a.html", story("over TLS"));
  nginx->write("private/b.html", story("for readers"));
  const std::string url = nginx->https("/a.html");
  const std::vector<std::string> base = {"--allow-address", "127.0.0.0/8", "--allow-address",
                                         "::1"};
  const auto fetch = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), base.begin(), base.end());
    return run(std::move(arguments));
  };
  CHECK(contains(fetch({"--cacert", nginx->ca_file(), url}).output, "over TLS"));
  CHECK(contains(fetch({"-k", url}).output, "over TLS"));
  CHECK(fetch({"--retry", "0", url}).status == 69);
  const std::string by_address = "https://127.0.0.1:" + std::to_string(nginx->https_port());
  CHECK(fetch({"--cacert", nginx->ca_file(), by_address + "/a.html"}).status == 69);
  CHECK(fetch({nginx->http("/private/b.html")}).status == 69);
  CHECK(contains(fetch({"-u", "reader:secret", nginx->http("/private/b.html")}).output,
                 "for readers"));
  CHECK(contains(nginx->access_log(), nginx->has_brotli() ? "200 br" : "200 gzip"));
  CHECK(contains(nginx->access_log(), "HTTP/2.0 200"));
}
