#include "cli/exit_codes.hpp"

#include <doctest/doctest.h>

#include <string>

#include "cli/help.hpp"
#include "cli/tally.hpp"

using namespace thresh;
using namespace thresh::cli;

namespace {

batch::Outcome read_page(Verdict verdict, bool named = true) {
  batch::Outcome outcome;
  outcome.verdict = verdict;
  outcome.named = named;
  return outcome;
}

batch::Outcome failed_page(ErrorCode code, bool named = true) {
  batch::Outcome outcome;
  outcome.error = Error{code, "test", "no"};
  outcome.named = named;
  return outcome;
}

Tally tally_of(std::initializer_list<batch::Outcome> outcomes) {
  Tally tally;
  for (const batch::Outcome& outcome : outcomes) tally.add(outcome);
  return tally;
}

}  // namespace

TEST_CASE("errors have the numbers of sysexits") {
  CHECK(exit_code(ErrorCode::kUsage) == 64);
  for (const ErrorCode code : {ErrorCode::kTooLarge, ErrorCode::kTooComplex, ErrorCode::kTimeout,
                               ErrorCode::kEncoding, ErrorCode::kDamaged}) {
    CHECK(exit_code(code) == 65);
  }
  CHECK(exit_code(ErrorCode::kNoInput) == 66);
  CHECK(exit_code(ErrorCode::kHost) == 68);
  for (const ErrorCode code : {ErrorCode::kConnection, ErrorCode::kNetworkTimeout, ErrorCode::kHttp,
                               ErrorCode::kRedirects, ErrorCode::kRateLimited}) {
    CHECK(exit_code(code) == 69);
  }
  CHECK(exit_code(ErrorCode::kIo) == 74);
  CHECK(exit_code(ErrorCode::kRobots) == 77);
  CHECK(exit_code(ErrorCode::kRefused) == 77);
}

TEST_CASE("every status is explained once, in rising order") {
  int last = -1;
  for (const ExitCodeRow& row : kExitCodes) {
    CHECK(row.code > last);
    CHECK(row.meaning.ends_with('.'));
    last = row.code;
    CHECK(help_text().find("\n  " + std::to_string(row.code) + " ") != std::string::npos);
  }
  for (const int code : {0, 1, 64, 65, 66, 68, 69, 74, 77, 130, 141}) {
    CHECK(std::any_of(std::begin(kExitCodes), std::end(kExitCodes),
                      [code](const ExitCodeRow& row) { return row.code == code; }));
  }
}

TEST_CASE("of several sources the highest-numbered failure counts, then a page without article") {
  const batch::Outcome article = read_page(Verdict::kArticle);
  const batch::Outcome index = read_page(Verdict::kIndex);
  const batch::Outcome missing = failed_page(ErrorCode::kNoInput);
  const batch::Outcome damaged = failed_page(ErrorCode::kDamaged);
  CHECK(tally_of({}).status() == 0);
  CHECK(tally_of({article}).status() == 0);
  CHECK(tally_of({article, index, article}).status() == 1);
  CHECK(tally_of({missing, article, damaged, index}).status() == 66);
  CHECK(tally_of({damaged, index}).status() == 65);
}

TEST_CASE("pages of a directory do not change the status") {
  CHECK(
      tally_of({read_page(Verdict::kEmpty, false), failed_page(ErrorCode::kIo, false)}).status() ==
      0);
  CHECK(tally_of({failed_page(ErrorCode::kIo, false), read_page(Verdict::kEmpty)}).status() == 1);
}

TEST_CASE("the summary counts articles, pages without, and errors by their code") {
  CHECK(tally_of({}).summary() == "0 pages: 0 articles, 0 without, 0 errors");
  CHECK(tally_of({read_page(Verdict::kArticle)}).summary() ==
        "1 page: 1 article, 0 without, 0 errors");
  CHECK(tally_of({read_page(Verdict::kArticle), read_page(Verdict::kArticle),
                  read_page(Verdict::kNotHtml), failed_page(ErrorCode::kNoInput),
                  failed_page(ErrorCode::kTooLarge), failed_page(ErrorCode::kNoInput)})
            .summary() == "6 pages: 2 articles, 1 without, 3 errors (1 too_large, 2 no_input)");
}
