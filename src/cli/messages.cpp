#include "cli/messages.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <iterator>

#include "batch/files.hpp"
#include "batch/names.hpp"

namespace thresh::cli {
namespace {

struct Advice {
  std::string_view is;
  std::string_view try_this;
};

constexpr std::string_view kExplain = "--explain shows why";

// By Verdict.
constexpr Advice kVerdicts[] = {
    {"an article", kExplain},
    {"index page", kExplain},
    {"consent dialog", "answer it in a browser and save the page again"},
    {"paywall", "open it in a browser that is logged in and save the page"},
    {"page made by scripts", "open it in a browser and save the complete page"},
    {"error page", kExplain},
    {"not HTML", "thresh reads HTML pages"},
    {"no text", "check that the page was saved completely"},
};
static_assert(std::size(kVerdicts) == static_cast<std::size_t>(Verdict::kEmpty) + 1);

// By how Article::content_kind begins.
constexpr Advice kKinds[] = {
    {"MHTML", "save it as 'HTML only'"},
    {"web archive", "save it as 'Page Source'"},
};

struct Hint {
  ErrorCode code;
  std::string_view text;
};

// Behind the message of an error that an option may avoid.
constexpr Hint kHints[] = {
    {ErrorCode::kTooLarge, "; --max-bytes raises the limit"},
    {ErrorCode::kTimeout, "; --page-timeout raises the limit"},
    {ErrorCode::kNetworkTimeout, "; --max-time raises the limit"},
    {ErrorCode::kRobots, "; --ignore-robots fetches it all the same"},
};

std::string_view hint_for(ErrorCode code) {
  const auto* hint = std::find_if(std::begin(kHints), std::end(kHints),
                                  [code](const Hint& row) { return row.code == code; });
  return hint == std::end(kHints) ? std::string_view() : hint->text;
}

Advice advice_for(const batch::Outcome& outcome) {
  const Advice& verdict = kVerdicts[static_cast<std::size_t>(outcome.verdict)];
  if (outcome.content_kind.empty()) return verdict;
  const auto* kind = std::find_if(std::begin(kKinds), std::end(kKinds), [&](const Advice& row) {
    return outcome.content_kind.starts_with(row.is);
  });
  return {outcome.content_kind, kind != std::end(kKinds) ? kind->try_this : verdict.try_this};
}

}  // namespace

std::string shown_source(std::string_view source) {
  return source == batch::kStandardInput ? "standard input" : batch::printable(source);
}

std::string error_line(const batch::Outcome& outcome) {
  return shown_source(outcome.source) + ": " + batch::printable(outcome.error->message) +
         std::string(hint_for(outcome.error->code));
}

std::string no_article_line(const batch::Outcome& outcome) {
  const Advice advice = advice_for(outcome);
  return shown_source(outcome.source) + ": no article (" + std::string(advice.is) + "); " +
         std::string(advice.try_this);
}

std::string unwanted_line(const batch::Outcome& outcome) {
  return shown_source(outcome.source) + ": left out, " + batch::printable(outcome.unwanted);
}

std::string page_line(const batch::Outcome& outcome) {
  const std::string what = outcome.error
                               ? "error " + std::string(error_code_name(outcome.error->code))
                               : std::string(verdict_name(outcome.verdict)) + ", " +
                                     std::to_string(outcome.word_count) + " words";
  std::array<char, 32> time;
  std::snprintf(time.data(), time.size(), "%.1f", outcome.milliseconds);
  return shown_source(outcome.source) + ": " + what + ", " + std::to_string(outcome.page_bytes) +
         " bytes, " + time.data() + " ms";
}

}  // namespace thresh::cli
