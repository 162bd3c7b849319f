#include "cli/tally.hpp"

#include <algorithm>
#include <numeric>
#include <string_view>

namespace thresh::cli {
namespace {

std::string counted(std::size_t count, std::string_view thing) {
  return std::to_string(count) + " " + std::string(thing) + (count == 1 ? "" : "s");
}

}  // namespace

void Tally::add(const batch::Outcome& outcome) {
  ExitCode code = kExitArticle;
  if (outcome.error) {
    ++errors_[static_cast<std::size_t>(outcome.error->code)];
    code = exit_code(outcome.error->code);
  } else if (!outcome.unwanted.empty()) {
    ++unwanted_;
    code = kExitNoArticle;
  } else if (outcome.verdict == Verdict::kArticle) {
    ++articles_;
  } else {
    ++without_;
    code = kExitNoArticle;
  }
  if (outcome.named) status_ = std::max(status_, code);
}

bool Tally::any_error() const {
  return std::any_of(errors_.begin(), errors_.end(), [](std::size_t count) { return count > 0; });
}

std::string Tally::summary() const {
  const std::size_t failed = std::accumulate(errors_.begin(), errors_.end(), std::size_t{0});
  std::string out = counted(articles_ + without_ + unwanted_ + failed, "page") + ": " +
                    counted(articles_, "article") + ", " + std::to_string(without_) + " without, ";
  if (unwanted_ > 0) out += std::to_string(unwanted_) + " left out, ";
  out += counted(failed, "error");
  std::string codes;
  for (std::size_t code = 0; code < errors_.size(); ++code) {
    if (errors_[code] == 0) continue;
    codes += (codes.empty() ? " (" : ", ") + std::to_string(errors_[code]) + " " +
             std::string(error_code_name(static_cast<ErrorCode>(code)));
  }
  return codes.empty() ? out : out + codes + ")";
}

}  // namespace thresh::cli
