// Checks pages of fixtures/pages, or accepts what thresh makes of them now:
//
//   golden_pages SLUG...                   everything but the known failures
//   golden_pages --known-failures SLUG...  that the known failures still fail
//   golden_pages --accept SLUG...          writes expected.json, and no other file
//
// Exit status: 0 all is well, 1 something is not, 64 wrong usage.
#include <fstream>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "golden/harness/check.hpp"
#include "golden/harness/fixture.hpp"
#include "golden/harness/run.hpp"

namespace {

using namespace thresh::golden;

using Action = Findings (*)(const Fixture&, const Output&);

Findings known_failures(const Fixture& fixture, const Output& output) {
  const KnownFailures& known = fixture.facts.known_failures;
  for (const std::string& phrase : known.phrases.must_not) std::cout << "known: " << phrase << '\n';
  for (const std::string& phrase : known.phrases.not_in_text) {
    std::cout << "known: " << phrase << '\n';
  }
  std::cout << "why: " << known.why << '\n';
  return check_known_failures(fixture, output);
}

Findings accept(const Fixture& fixture, const Output& output) {
  const auto path = expected_path(fixture_root() / fixture.slug);
  std::ofstream file(path, std::ios::binary);
  file << output.json << std::flush;
  if (!file) return {"cannot write " + path.string()};
  return {};
}

Findings act(Action action, const std::string& slug) {
  const thresh::Result<Fixture> fixture = load_fixture(fixture_root() / slug);
  if (!fixture) return {fixture.error().message};
  const thresh::Result<Output> output = run(*fixture);
  if (!output) return {"extract failed: " + output.error().message};
  return action(*fixture, *output);
}

int usage() {
  std::cerr << "usage: golden_pages [--known-failures|--accept] SLUG...\n";
  return 64;
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> slugs(argv + 1, argv + argc);
  Action action = check;
  if (!slugs.empty() && slugs[0].substr(0, 2) == "--") {
    if (slugs[0] != "--known-failures" && slugs[0] != "--accept") return usage();
    action = slugs[0] == "--accept" ? accept : known_failures;
    slugs.erase(slugs.begin());
  }
  if (slugs.empty()) return usage();

  bool well = true;
  for (const std::string& slug : slugs) {
    for (const std::string& finding : act(action, slug)) {
      std::cout << slug << ": " << finding << '\n';
      well = false;
    }
  }
  return well ? 0 : 1;
}
