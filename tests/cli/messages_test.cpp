#include "cli/messages.hpp"

#include <doctest/doctest.h>

using namespace thresh;
using namespace thresh::cli;

namespace {

batch::Outcome page(std::string source, Verdict verdict, std::string kind = {}) {
  batch::Outcome outcome;
  outcome.source = std::move(source);
  outcome.verdict = verdict;
  outcome.content_kind = std::move(kind);
  return outcome;
}

}  // namespace

TEST_CASE("a page without an article: what it is, and what to try") {
  CHECK(no_article_line(page("saved.html", Verdict::kIndex)) ==
        "saved.html: no article (index page); --explain shows why");
  CHECK(no_article_line(page("-", Verdict::kEmpty)) ==
        "standard input: no article (no text); check that the page was saved completely");
  CHECK(no_article_line(page("app.html", Verdict::kJsShell)) ==
        "app.html: no article (page made by scripts); open it in a browser and save the complete "
        "page");
}

TEST_CASE("what is no HTML is named, with a way out where there is one") {
  CHECK(no_article_line(page("a.mhtml", Verdict::kNotHtml, "MHTML")) ==
        "a.mhtml: no article (MHTML); save it as 'HTML only'");
  CHECK(no_article_line(page("a.webarchive", Verdict::kNotHtml, "web archive")) ==
        "a.webarchive: no article (web archive); save it as 'Page Source'");
  CHECK(no_article_line(page("a.pdf", Verdict::kNotHtml, "PDF")) ==
        "a.pdf: no article (PDF); thresh reads HTML pages");
}

TEST_CASE("an error names the source") {
  batch::Outcome outcome = page("gone.html", Verdict::kEmpty);
  outcome.error = Error{ErrorCode::kNoInput, "read", "No such file or directory"};
  CHECK(error_line(outcome) == "gone.html: No such file or directory");
}

TEST_CASE("an error that an option may avoid names the option") {
  batch::Outcome outcome = page("a.html", Verdict::kEmpty);
  outcome.error = Error{ErrorCode::kTooLarge, "read", "over the limit of 5 bytes"};
  CHECK(error_line(outcome) == "a.html: over the limit of 5 bytes; --max-bytes raises the limit");
  outcome.error = Error{ErrorCode::kTimeout, "parse", "took too long"};
  CHECK(error_line(outcome) == "a.html: took too long; --page-timeout raises the limit");
}

TEST_CASE("the line of a page says what it is, its bytes and its time") {
  batch::Outcome outcome = page("a.html", Verdict::kArticle);
  outcome.word_count = 812;
  outcome.page_bytes = 48213;
  outcome.milliseconds = 3.14;
  CHECK(page_line(outcome) == "a.html: article, 812 words, 48213 bytes, 3.1 ms");
  outcome.error = Error{ErrorCode::kTimeout, "parse", "too slow"};
  CHECK(page_line(outcome) == "a.html: error timeout, 48213 bytes, 3.1 ms");
}

TEST_CASE("names and messages come without control characters") {
  batch::Outcome outcome = page("a\x1b[2J\n.html", Verdict::kIndex);
  outcome.error = Error{ErrorCode::kEncoding, "decode", "no charset '\x1b]0;x\x07'"};
  for (const std::string& line :
       {error_line(outcome), no_article_line(outcome), page_line(outcome)}) {
    for (const char c : line) CHECK(static_cast<unsigned char>(c) >= 0x20);
    CHECK(line.starts_with("a\\x1B[2J\\x0A.html: "));
  }
}
