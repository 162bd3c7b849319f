// Counts what became of the pages of a run.
#pragma once

#include <array>
#include <cstddef>
#include <string>

#include "batch/record.hpp"
#include "cli/exit_codes.hpp"

namespace thresh::cli {

class Tally {
 public:
  void add(const batch::Outcome& outcome);

  // Of what the caller named: the highest-numbered failure, else "no article" if a page has none or
  // is left out. Pages found in directories do not count: their outcomes are in the output.
  ExitCode status() const { return status_; }

  // Whether any page failed, named or not.
  bool any_error() const;

  // "12 pages: 9 articles, 1 without, 2 errors (1 no_input, 1 too_large)"
  std::string summary() const;

 private:
  static constexpr std::size_t kErrorCodes = static_cast<std::size_t>(ErrorCode::kUsage) + 1;

  ExitCode status_ = kExitArticle;
  std::size_t articles_ = 0;
  std::size_t without_ = 0;
  std::size_t unwanted_ = 0;
  std::array<std::size_t, kErrorCodes> errors_ = {};
};

}  // namespace thresh::cli
