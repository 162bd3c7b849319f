#include "cli/man.hpp"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "cli/options.hpp"
#include "support/skip.hpp"
#include "support/temporary_directory.hpp"
#include "support/update.hpp"

using namespace thresh;
using namespace thresh::cli;

namespace {

const std::string kManPage = THRESH_SOURCE_DIR "/man/thresh.1";

}  // namespace

TEST_CASE("the man page agrees with the tables") {
  const std::string page = test::read_whole_file(kManPage);
  const Result<std::string> made = with_made_sections(page);
  REQUIRE_MESSAGE(made.ok(), kManPage);
  if (test::updating()) std::ofstream(kManPage, std::ios::binary) << *made;
  CHECK_MESSAGE((test::updating() || page == *made),
                "man/thresh.1 is not what the tables say; run with THRESH_UPDATE=1");
}

TEST_CASE("the man page explains every option") {
  const std::string page = test::read_whole_file(kManPage);
  for (const Option& option : options()) {
    std::string name;
    for (const char c : "--" + std::string(option.name))
      name += c == '-' ? "\\-" : std::string(1, c);
    CHECK_MESSAGE(page.find("\\fB" + name + "\\fR") != std::string::npos, name);
  }
}

TEST_CASE("mandoc finds nothing wrong with the man page") {
  if (std::system("command -v mandoc > /dev/null") != 0)
    return test::skip("mandoc is not installed");
  CHECK(std::system(("mandoc -T lint -W warning '" + kManPage + "'").c_str()) == 0);
}

TEST_CASE("what differs from the tables is replaced, the rest is kept") {
  const std::string page =
      "start\n.\\\" begin options\nold\n.\\\" end options\nmiddle\n"
      ".\\\" begin exit-status\n.\\\" end exit-status\n"
      ".\\\" begin examples\nold\n.\\\" end examples\nend\n";
  const Result<std::string> made = with_made_sections(page);
  REQUIRE(made.ok());
  CHECK(made->starts_with("start\n.\\\" begin options\n.SS Output\n"));
  CHECK(made->ends_with(".\\\" end examples\nend\n"));
  CHECK(made->find("\nmiddle\n") != std::string::npos);
  CHECK(made->find("\nold\n") == std::string::npos);
  CHECK(*with_made_sections(*made) == *made);
}

TEST_CASE("a man page without a section is an error") {
  CHECK_FALSE(with_made_sections("").ok());
  CHECK_FALSE(with_made_sections(".\\\" begin options\n").ok());
}
