#include "cli/args.hpp"

#include <doctest/doctest.h>

#include <initializer_list>
#include <string>
#include <vector>

using namespace thresh;
using namespace thresh::cli;

namespace {

Result<Args> parse(std::initializer_list<const char*> line) {
  std::vector<const char*> argv = {"thresh"};
  argv.insert(argv.end(), line);
  return parse_args(static_cast<int>(argv.size()), argv.data());
}

std::string usage_of(std::initializer_list<const char*> line) {
  const Result<Args> args = parse(line);
  REQUIRE_FALSE(args.ok());
  CHECK(args.error().code == ErrorCode::kUsage);
  return args.error().message;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("nothing given means text, one job, 20 MB and ten seconds a page") {
  const Result<Args> args = parse({});
  REQUIRE(args.ok());
  CHECK(args->action == Action::kPages);
  CHECK(args->sources.empty());
  CHECK(args->show == Show::kPage);
  CHECK(args->format == Format::kText);
  CHECK(args->jobs == 1);
  CHECK(args->extract.limits.max_bytes == 20'000'000);
  CHECK(args->extract.limits.timeout_ms == 10'000);
  CHECK(args->write.tables);
}

TEST_CASE("every format by its name and by its short form") {
  CHECK(parse({"--format", "text"})->format == Format::kText);
  CHECK(parse({"--format=markdown"})->format == Format::kMarkdown);
  CHECK(parse({"--format", "html"})->format == Format::kHtml);
  CHECK(parse({"--format", "json"})->format == Format::kJson);
  CHECK(parse({"--format", "jsonl"})->format == Format::kJsonl);
  CHECK(parse({"-m"})->format == Format::kMarkdown);
  CHECK(parse({"--markdown"})->format == Format::kMarkdown);
  CHECK(parse({"-j"})->format == Format::kJson);
  CHECK(parse({"--json"})->format == Format::kJson);
  CHECK(parse({"--html"})->format == Format::kHtml);
}

TEST_CASE("the focus and the type of the pages are set") {
  CHECK(parse({})->extract.focus == Focus::kBalanced);
  CHECK_FALSE(parse({})->extract.page_type);
  CHECK(parse({"--precision"})->extract.focus == Focus::kPrecision);
  CHECK(parse({"--recall"})->extract.focus == Focus::kRecall);
  CHECK(parse({"--page-type", "forum"})->extract.page_type == PageType::kForum);
}

TEST_CASE("options and sources mix; a dash is a source; after -- all are sources") {
  CHECK(parse({"a.html", "-m", "-", "b"})->sources == Strings{"a.html", "-", "b"});
  CHECK(parse({"-q", "--", "-m", "--json"})->sources == Strings{"-m", "--json"});
  CHECK(parse({"-o", "out", "in"})->sources == Strings{"in"});
}

TEST_CASE("arguments stand behind a space, an equals sign or the letter") {
  CHECK(parse({"-J4"})->jobs == 4);
  CHECK(parse({"-J", "4"})->jobs == 4);
  CHECK(parse({"--jobs=4"})->jobs == 4);
  CHECK(parse({"--jobs", "4"})->jobs == 4);
  CHECK(parse({"-qmJ4"})->jobs == 4);
  CHECK(parse({"-oout.txt"})->output_file == "out.txt");
  CHECK(parse({"--base=https://example.org/?a=b"})->extract.base_url == "https://example.org/?a=b");
}

TEST_CASE("switches and values reach their fields") {
  const Result<Args> args =
      parse({"--links", "--images", "--no-tables", "--with-metadata", "--boilerplate", "-E", "gbk",
             "-b", "https://example.org/", "--input-format", "html", "--max-bytes", "5",
             "--page-timeout", "1.5", "--output-dir", "dir", "-v"});
  REQUIRE(args.ok());
  CHECK(args->write.links);
  CHECK(args->write.images);
  CHECK_FALSE(args->write.tables);
  CHECK(args->write.metadata);
  CHECK(args->write.boilerplate);
  CHECK(args->extract.charset == "gbk");
  CHECK(args->extract.base_url == "https://example.org/");
  CHECK(args->assume_html);
  CHECK(args->extract.limits.max_bytes == 5);
  CHECK(args->extract.limits.timeout_ms == 1500);
  CHECK(args->output_directory == "dir");
  CHECK(args->verbose);
  CHECK_FALSE(args->quiet);
  CHECK(parse({"--page-timeout", "0"})->extract.limits.timeout_ms == 0);
  CHECK(parse({"--page-timeout", "0.0001"})->extract.limits.timeout_ms == 1);
}

TEST_CASE("what is shown instead of the page") {
  CHECK(parse({"-c"})->show == Show::kNothing);
  CHECK(parse({"--explain"})->show == Show::kExplanation);
  const Result<Args> args = parse({"-p", "title,url"});
  CHECK(args->show == Show::kProperties);
  CHECK(args->properties == Strings{"title", "url"});
}

TEST_CASE("what is printed about thresh itself") {
  CHECK(parse({"-h"})->action == Action::kHelp);
  CHECK(parse({"--help"})->action == Action::kHelp);
  CHECK(parse({"-V"})->action == Action::kVersion);
  CHECK(parse({"--schema"})->action == Action::kSchema);
  CHECK(parse({"--completion", "zsh"})->action == Action::kCompletion);
  CHECK(parse({"--completion", "zsh"})->shell == "zsh");
}

TEST_CASE("of an option given twice the last counts") {
  CHECK(parse({"-J2", "-J", "3"})->jobs == 3);
  CHECK(parse({"-p", "title", "-p", "url"})->properties == Strings{"url"});
  CHECK(parse({"-q", "-q"})->quiet);
}

TEST_CASE("unknown options are named, and never guessed") {
  CHECK(usage_of({"--foo"}) == "unknown option '--foo'");
  CHECK(usage_of({"--foo=1"}) == "unknown option '--foo'");
  CHECK(usage_of({"-Z"}) == "unknown option '-Z'");
  CHECK(usage_of({"--form", "text"}) == "unknown option '--form'");
  CHECK(usage_of({"--mark"}) == "unknown option '--mark'");
  CHECK(usage_of({"--LINKS"}) == "unknown option '--LINKS'");
}

TEST_CASE("a missing or needless argument is an error") {
  CHECK(usage_of({"-J"}) == "option '--jobs' needs an argument");
  CHECK(usage_of({"--output"}) == "option '--output' needs an argument");
  CHECK(usage_of({"--output="}) == "option '--output' needs an argument");
  CHECK(usage_of({"-o", ""}) == "option '--output' needs an argument");
  CHECK(usage_of({"--links=yes"}) == "option '--links' takes no argument");
}

TEST_CASE("arguments that are not what the option wants are errors that say what it is") {
  CHECK(usage_of({"--format", "xml"}) ==
        "option '--format' wants one of text, markdown, html, json, jsonl, not 'xml'");
  for (const char* jobs : {"0", "-1", "1025", "two", "2x", "1.5", "99999999999"}) {
    CHECK(usage_of({"--jobs", jobs}) ==
          "option '--jobs' wants a whole number from 1 to 1024, not '" + std::string(jobs) + "'");
  }
  for (const char* bytes : {"0", "20M", "1e6"}) CHECK_FALSE(parse({"--max-bytes", bytes}).ok());
  for (const char* seconds : {"-1", "nan", "inf", "soon", "1e99"}) {
    CHECK_FALSE(parse({"--page-timeout", seconds}).ok());
  }
  CHECK_FALSE(parse({"--input-format", "warc"}).ok());
  CHECK_FALSE(parse({"--completion", "csh"}).ok());
  CHECK(usage_of({"-p", "title,colour"}).starts_with("there is no property 'colour'; there are "));
  CHECK_FALSE(parse({"-p", "title,"}).ok());
}

TEST_CASE("options that contradict each other are errors") {
  CHECK(usage_of({"-m", "-j"}) == "options '--markdown' and '--json' exclude each other");
  CHECK_FALSE(parse({"--html", "--format", "text"}).ok());
  CHECK_FALSE(parse({"-o", "a", "--output-dir", "b"}).ok());
  CHECK_FALSE(parse({"-c", "-o", "a"}).ok());
  CHECK_FALSE(parse({"-c", "--explain"}).ok());
  CHECK_FALSE(parse({"-p", "title", "--explain"}).ok());
  CHECK_FALSE(parse({"-q", "-v"}).ok());
  CHECK_FALSE(parse({"--format", "jsonl", "--output-dir", "d"}).ok());
}
