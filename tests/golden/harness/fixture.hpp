// A page of fixtures/pages and what is known of it:
//
//   source.html    the page's bytes
//   page.json      what a person says of the page, see struct PageFacts
//   gold.txt       what a person says its text is; no program writes it
//   expected.json  what thresh last made of it, accepted by a person; see command/golden_pages.cpp
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "thresh/result.hpp"

namespace thresh::golden {

// Phrases that show whether something leaked.
struct Phrases {
  std::vector<std::string> must_not;     // not in the text, but in a stripped block
  std::vector<std::string> not_in_text;  // captions and bylines: not in the text
};

// What ought to hold but does not yet. It is checked to fail: once it holds, it must move.
struct KnownFailures {
  Phrases phrases;
  std::string why;

  bool any() const { return !phrases.must_not.empty() || !phrases.not_in_text.empty(); }
};

struct PageFacts {
  std::string url;           // as given to extract(), may be empty
  std::string content_type;  // likewise
  std::string why;           // the page's reason to be here
  bool news = false;         // a news page: a long body in much mark-up
  std::string verdict;
  std::string title;
  Phrases phrases;
  double min_f1 = 0.97;
  std::string min_f1_why;  // needed where min_f1 is given
  KnownFailures known_failures;
};

struct Fixture {
  std::string slug;
  std::string source;
  PageFacts facts;
  std::string gold;
  std::optional<std::string> expected;  // nullopt: there is no such file
};

// Fails if one of source.html, page.json and gold.txt is missing, or page.json says too little.
Result<Fixture> load_fixture(const std::filesystem::path& folder);

std::filesystem::path fixture_root();  // fixtures/pages

// The folders in it, sorted by name.
std::vector<std::filesystem::path> fixture_folders();

// Where expected.json of that page is.
std::filesystem::path expected_path(const std::filesystem::path& folder);

}  // namespace thresh::golden
