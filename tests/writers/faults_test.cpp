// The oracle must be seen to fail: each case is right output made wrong by hand.
#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "base/json.hpp"
#include "check.hpp"
#include "schema_checker.hpp"
#include "support/make_article.hpp"

using namespace thresh;
using namespace thresh::test;

namespace {

Article sample() {
  Article page = article({paragraph("*a* and # b"), heading(2, "Heading"), item(1, "one"),
                          item(2, "two"), item(2, "three", 4), continued(1, "more of one"),
                          quote("quoted"), code("  if x:\n\treturn\n"), table(1, "h\ti\nj|k\tl"),
                          coded(linked(paragraph("see this x_y"), "this", "/t"), "x_y"),
                          caption("A caption")});
  page.images = {{"https://x.org/1.jpg", "Alt", 10}};
  page.metadata.title = {"Title", "h1"};
  page.metadata.authors.values = {"A", "B"};
  page.boilerplate = {block(Label::kNewsletter, "Sign up"),
                      linked(block(Label::kComments, "First! *So* true"), "true", "/c"),
                      quoted(1, block(Label::kComments, "Well\nno"))};
  return page;
}

struct Fault {
  std::string_view good;
  std::string_view bad;
};

void check_faults(Format format, std::initializer_list<Fault> faults) {
  const WriteOptions options{
      .links = true, .images = true, .metadata = true, .boilerplate = true, .comments = true};
  const std::string output = write(sample(), format, options);
  REQUIRE(fault_in(sample(), format, options, output) == "");
  for (const Fault& fault : faults) {
    CAPTURE(fault.good);
    CAPTURE(fault.bad);
    std::string wrong = output;
    const std::size_t at = wrong.find(fault.good);
    REQUIRE(at != std::string::npos);
    wrong.replace(at, fault.good.size(), fault.bad);
    CHECK(fault_in(sample(), format, options, wrong) != "");
  }
}

}  // namespace

TEST_CASE("wrong Markdown is seen") {
  check_faults(Format::kMarkdown, {
                                      {"\\*a\\*", "*a*"},
                                      {"\\*a\\* and # b", "# b"},
                                      {"## H", "### H"},
                                      {"## H", "H"},
                                      {"  - two", "- two"},
                                      {"4. three", "5. three"},
                                      {"4. three", "- three"},
                                      {"  more of one", "more of one"},
                                      {"> quoted", "> > quoted"},
                                      {"> quoted", "quoted"},
                                      {"  if x", " if x"},
                                      {"\treturn", "    return"},
                                      {"| l |", "| m |"},
                                      {"j\\|k", "j|k"},
                                      {"| h | i |\n| --- | --- |\n", "| --- | --- |\n| h | i |\n"},
                                      {"(/t)", "(/u)"},
                                      {"[this](/t)", "this"},
                                      {"[this]", "[this "},
                                      {"`x_y`", "x_y"},
                                      {"see ", ""},
                                      {"see ", "see http://x.org "},
                                      {"see ", "see see "},
                                      {"![Alt]", "![Other]"},
                                      {"1.jpg", "2.jpg"},
                                      {"A caption", "Another caption"},
                                      {"title: \"Title\"", "title: \"Tile\""},
                                      {"  - \"B\"\n", ""},
                                      {"\n***\n", ""},
                                      {"## Comments\n", ""},
                                      {"\\*So\\*", "*So*"},
                                      {"[true](/c)", "true"},
                                      {"> Well", "Well"},
                                      {"First", "Second"},
                                  });
}

TEST_CASE("wrong HTML is seen") {
  check_faults(Format::kHtml, {
                                  {"*a*", "<em>a</em>"},
                                  {"<h2>Heading</h2>", "<h3>Heading</h3>"},
                                  {"<ul>\n<li>two</li>\n</ul>\n", ""},
                                  {"start=\"4\"", "start=\"5\""},
                                  {"<p>more", "<li>more"},
                                  {"<blockquote>", ""},
                                  {"  if x", " if x"},
                                  {"<td>l</td>", "<td>m</td>"},
                                  {"<th>i</th>", ""},
                                  {"href=\"/t\"", "href=\"/u\""},
                                  {"href=\"/t\"", "href=\"javascript:x\""},
                                  {"href=\"/t\"", "href=\"/t\" onclick=\"x\""},
                                  {"<code>x_y</code>", "x_y"},
                                  {"see ", "see <script></script>"},
                                  {"see ", "see <!-- x -->"},
                                  {"alt=\"Alt\"", "alt=\"\""},
                                  {"<figcaption>A caption", "<figcaption>"},
                                  {"<section class=\"comments\">", "<section>"},
                                  {"<h2>Comments</h2>", ""},
                                  {"*So*", "<em>So</em>"},
                                  {"href=\"/c\"", "href=\"/d\""},
                                  {"Well<br>", "Well"},
                              });
}

TEST_CASE("wrong text is seen") {
  check_faults(Format::kText, {
                                  {"*a*", "a"},
                                  {"  - two", "- two"},
                                  {"  more", "- more"},
                                  {"\treturn", "return"},
                                  {"h\ti", "h i"},
                                  {"see this", "this"},
                                  {"--- Comments ---\n", ""},
                                  {"First", "Second"},
                                  {"Well\nno", "no"},
                              });
}

TEST_CASE("wrong JSON is seen") {
  check_faults(Format::kJson,
               {
                   {"\"v\": 1", "\"v\": 2"},
                   {"\"url\": null,", ""},
                   {"\"url\": null", "\"url\": 1"},
                   {"\"url\": null", "\"link\": null"},
                   {"\"url\": null", "\"x\": 1, \"url\": null"},
                   {"\"verdict\": \"article\"", "\"verdict\": \"story\""},
                   {"\"page_type\": null", "\"page_type\": \"blog\""},
                   {"\"word_count\": 0", "\"word_count\": 0.5"},
                   {"\"word_count\": 0", "\"word_count\": -1"},
                   {"\"score\": 0", "\"score\": 2"},
                   {"\"title\": \"h1\"", "\"title\": 1"},
                   {"\"level\": 2", "\"level\": 3"},
                   {"\"kind\": \"quote\"", "\"kind\": \"paragraph\""},
                   {"\"href\": \"/t\"", "\"href\": \"/u\""},
                   {"\"text\": \"*a*", "\"text\": \"a"},
                   {"\"in_text\": true", "\"in_text\": false"},
                   {"\"comments\": [", "\"comments\": [1, "},
                   {"\"href\": \"/c\"", "\"href\": \"/d\""},
                   {"\"comments\": [\n    {", "\"comments\": [\n    {\"label\": 1, "},
                   {"\n}\n", "\n"},
               });
}
