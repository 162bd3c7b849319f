#include "golden/harness/check.hpp"

#include <algorithm>
#include <cstdio>
#include <string_view>

#include "golden/harness/compare.hpp"

namespace thresh::golden {
namespace {

void check_snapshot(const Fixture& fixture, const Output& output, Findings& findings) {
  if (!fixture.expected) {
    findings.push_back("expected.json is missing; if the output is right, golden_pages --accept " +
                       fixture.slug);
    return;
  }
  const std::string difference = first_difference(*fixture.expected, output.json);
  if (!difference.empty()) findings.push_back("the output is not expected.json:\n" + difference);
}

void check_field(std::string_view name, const std::string& expected, const std::string& actual,
                 Findings& findings) {
  if (expected == actual) return;
  findings.push_back(std::string(name) + " is \"" + actual + "\", not \"" + expected + "\"");
}

void check_score(const Fixture& fixture, const Output& output, Findings& findings) {
  const double f1 = word_f1(fixture.gold, output.text);
  if (f1 >= fixture.facts.min_f1) return;
  char line[80];
  std::snprintf(line, sizeof line, "word F1 against gold.txt is %.4f, below %.4f", f1,
                fixture.facts.min_f1);
  findings.emplace_back(line);
}

bool is_stripped(const Output& output, const std::string& phrase) {
  return std::any_of(output.stripped.begin(), output.stripped.end(),
                     [&](const std::string& block) { return contains_phrase(block, phrase); });
}

// What is wrong with the phrase, "" if nothing.
std::string leak(const Output& output, const std::string& phrase) {
  if (contains_phrase(output.text, phrase)) return "in the text: " + phrase;
  return {};
}

std::string leak_or_loss(const Output& output, const std::string& phrase) {
  std::string wrong = leak(output, phrase);
  if (wrong.empty() && !is_stripped(output, phrase)) wrong = "in no stripped block: " + phrase;
  return wrong;
}

}  // namespace

Findings check(const Fixture& fixture, const Output& output) {
  Findings findings;
  check_field("verdict", fixture.facts.verdict, output.verdict, findings);
  check_field("title", fixture.facts.title, output.title, findings);
  check_score(fixture, output, findings);
  for (const std::string& phrase : fixture.facts.phrases.must_not) {
    if (std::string wrong = leak_or_loss(output, phrase); !wrong.empty()) findings.push_back(wrong);
  }
  for (const std::string& phrase : fixture.facts.phrases.not_in_text) {
    if (std::string wrong = leak(output, phrase); !wrong.empty()) findings.push_back(wrong);
  }
  check_snapshot(fixture, output, findings);
  return findings;
}

Findings check_known_failures(const Fixture& fixture, const Output& output) {
  const Phrases& known = fixture.facts.known_failures.phrases;
  Findings findings;
  for (const std::string& phrase : known.must_not) {
    if (leak_or_loss(output, phrase).empty()) {
      findings.push_back("no longer fails, move it to must_not: " + phrase);
    }
  }
  for (const std::string& phrase : known.not_in_text) {
    if (leak(output, phrase).empty()) {
      findings.push_back("no longer fails, move it to not_in_text: " + phrase);
    }
  }
  return findings;
}

}  // namespace thresh::golden
