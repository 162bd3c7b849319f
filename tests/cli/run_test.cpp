// run() with an extractor of the test's own, and descriptors instead of a terminal. What needs real
// pages is in cases/.
#include "cli/run.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <chrono>
#include <new>
#include <string>
#include <utility>
#include <vector>

#include "support/fault_server.hpp"
#include "support/temporary_directory.hpp"

using namespace thresh;
using namespace thresh::cli;
using thresh::test::read_whole_file;
using thresh::test::TemporaryDirectory;

namespace {

// A page of one paragraph, its bytes; "none" is an index page, "large" fails.
Result<Article> fake_extract(const Page& page, const ExtractOptions&) {
  if (page.bytes == "large") return Error{ErrorCode::kTooLarge, "read", "too long"};
  if (page.bytes == "memory") throw std::bad_alloc();
  Article article;
  article.verdict = page.bytes == "none" ? Verdict::kIndex : Verdict::kArticle;
  article.metadata.title.value = "Title of " + std::string(page.bytes);
  Block block;
  block.text = page.bytes;
  article.blocks.push_back(block);
  return article;
}

// Runs a command line with output and errors into files of a fresh folder.
class Run {
 public:
  explicit Run(std::vector<const char*> line, Extractor extract = fake_extract, Io io = {}) {
    line.insert(line.begin(), "thresh");
    io.output = open_file("stdout");
    io.errors = open_file("stderr");
    status = run_command(static_cast<int>(line.size()), line.data(), io, extract);
    ::close(io.output);
    ::close(io.errors);
    output = read_whole_file(folder_ / "stdout");
    errors = read_whole_file(folder_ / "stderr");
  }

  int status = -1;
  std::string output;
  std::string errors;

 private:
  int open_file(const char* name) const {
    return ::open((folder_ / name).c_str(), O_WRONLY | O_CREAT, 0600);
  }

  TemporaryDirectory folder_;
};

}  // namespace

TEST_CASE("nothing given and a terminal is a usage error, not a wait") {
  Io io;
  io.input = -1;
  io.input_is_terminal = true;
  const Run run({}, fake_extract, io);
  CHECK(run.status == 64);
  CHECK(run.errors == "thresh: no SOURCE is given\nthresh: see 'thresh --help'\n");
}

TEST_CASE("nothing given and no terminal reads standard input; so does a dash on a terminal") {
  for (const bool dash : {false, true}) {
    int ends[2];
    REQUIRE(::pipe(ends) == 0);
    REQUIRE(::write(ends[1], "page", 4) == 4);
    ::close(ends[1]);
    Io io;
    io.input = ends[0];
    io.input_is_terminal = dash;
    const Run run(dash ? std::vector<const char*>{"-"} : std::vector<const char*>{}, fake_extract,
                  io);
    ::close(ends[0]);
    CHECK(run.status == 0);
    CHECK(run.output == "page\n");
    CHECK(run.errors == "");
  }
}

TEST_CASE("a page that memory does not suffice for is an error of that page") {
  const TemporaryDirectory folder;
  const std::string good = folder.write("good.html", "good");
  const std::string bad = folder.write("bad.html", "memory");
  const Run run({"-q", bad.c_str(), good.c_str()});
  CHECK(run.status == 65);
  CHECK(run.output == "==> " + good + " <==\ngood\n");
  CHECK(run.errors == "thresh: " + bad + ": not enough memory for this page\n");
}

TEST_CASE("a closed pipe ends the run at once and without a word") {
  const TemporaryDirectory folder;
  const std::string page = folder.write("a.html", "text");
  int ends[2];
  REQUIRE(::pipe(ends) == 0);
  ::close(ends[0]);
  Io io;
  io.output = ends[1];
  io.errors = ::open((folder / "stderr").c_str(), O_WRONLY | O_CREAT, 0600);
  const auto before = ::signal(SIGPIPE, SIG_IGN);
  int pages = 0;
  const Extractor counting = [&](const Page& given, const ExtractOptions& options) {
    ++pages;
    return fake_extract(given, options);
  };
  const char* line[] = {"thresh", page.c_str(), page.c_str(), page.c_str()};
  CHECK(run_command(4, line, io, counting) == 141);
  CHECK(pages == 1);
  const char* help[] = {"thresh", "--help"};
  CHECK(run_command(2, help, io, counting) == 141);
  ::signal(SIGPIPE, before);
  ::close(ends[1]);
  ::close(io.errors);
  CHECK(read_whole_file(folder / "stderr") == "");
}

TEST_CASE("output is the same for any number of jobs") {
  const TemporaryDirectory folder;
  for (int i = 0; i < 200; ++i) {
    folder.write("p" + std::to_string(i) + ".html", i % 7 == 0   ? "large"
                                                    : i % 5 == 0 ? "none"
                                                                 : "page " + std::to_string(i));
  }
  const std::string path = folder.path();
  const Run alone({"--format", "jsonl", path.c_str()});
  CHECK(alone.status == 0);
  CHECK(alone.errors.ends_with("errors (29 too_large)\n"));
  for (const char* jobs : {"2", "7"}) {
    const Run run({"--format", "jsonl", "-J", jobs, path.c_str()});
    CHECK(run.output == alone.output);
    CHECK(run.errors == alone.errors);
  }
}

TEST_CASE("the options of a page reach the extractor") {
  const TemporaryDirectory folder;
  const std::string page = folder.write("a.html", "text");
  ExtractOptions seen;
  std::string content_type;
  const Extractor looking = [&](const Page& given, const ExtractOptions& options) {
    seen = options;
    content_type = given.content_type;
    return fake_extract(given, options);
  };
  const Run run({"-b", "https://example.org/", "-E", "gbk", "--max-bytes", "100", "--page-timeout",
                 "2", "--input-format=html", page.c_str()},
                looking);
  CHECK(run.status == 0);
  CHECK(seen.base_url == "https://example.org/");
  CHECK(seen.charset == "gbk");
  CHECK(seen.limits.max_bytes == 100);
  CHECK(seen.limits.timeout_ms == 2000);
  CHECK(content_type == "text/html");
}

TEST_CASE("a table for a terminal is colored and fits it") {
  const TemporaryDirectory folder;
  const std::string page = folder.write("a.html", std::string(300, 'x'));
  Io io;
  io.color = true;
  io.columns = 70;
  const Run run({"--explain", page.c_str()}, fake_extract, io);
  CHECK(run.output.find("\x1b[32m+") != std::string::npos);
  CHECK(run.output.find(std::string(40, 'x')) == std::string::npos);
}

TEST_CASE("fetching shows its progress on a terminal, unless pages come out there") {
  test::FaultServer server;
  server.on("/a", test::delayed(std::chrono::milliseconds(400), test::page("a page")));
  const TemporaryDirectory folder;
  const std::string file = folder / "page";
  const std::string url = server.url("/a");
  const std::string exception = server.exception();
  Io terminal;
  terminal.errors_are_terminal = true;
  terminal.columns = 80;
  const auto shows = [&](std::vector<const char*> line) {
    line.insert(line.end(), {"--allow-address", exception.c_str(), url.c_str()});
    const Run run(std::move(line), fake_extract, terminal);
    CHECK(run.status == 0);
    CHECK((run.errors.empty() || run.errors.ends_with("\r\x1B[K")));
    return run.errors.starts_with("\r\x1B[K0 of 1");
  };
  CHECK(shows({"-o", file.c_str()}));
  CHECK(shows({"--output-dir", folder.path().c_str()}));
  CHECK(shows({"--check"}));
  CHECK_FALSE(shows({}));
  CHECK_FALSE(shows({"--check", "--quiet"}));
  terminal.columns = 0;
  CHECK(shows({}));
}
