#include "cli/status_line.hpp"

#include <array>
#include <cstdio>

namespace thresh::cli {
namespace {

constexpr std::string_view kEraseLine = "\r\x1B[K";

std::string clock_text(double seconds) {
  const auto whole = static_cast<long>(seconds);
  std::array<char, 32> text;
  std::snprintf(text.data(), text.size(), "%ld:%02ld", whole / 60, whole % 60);
  return text.data();
}

}  // namespace

std::string progress_text(const FetchProgress& progress, double seconds) {
  std::string out = std::to_string(progress.finished);
  if (progress.closed) out += " of " + std::to_string(progress.added);
  if (progress.failed > 0) out += ", " + std::to_string(progress.failed) + " failed";
  const double rate = seconds > 0 ? static_cast<double>(progress.finished) / seconds : 0;
  std::array<char, 64> text;
  std::snprintf(text.data(), text.size(), ", %.1f/s, %.0f MB", rate,
                static_cast<double>(progress.bytes) / 1e6);
  out += text.data();
  if (progress.closed && rate > 0) {
    const auto rest = static_cast<double>(progress.added - progress.finished);
    out += ", " + clock_text(rest / rate) + " left";
  }
  return out;
}

void StatusLine::say(const std::string& line) {
  const std::lock_guard lock(mutex_);
  std::string bytes = "thresh: " + line + "\n" + shown_;
  if (!shown_.empty()) bytes.insert(0, kEraseLine);
  (void)write_all(io_.errors, bytes);
}

void StatusLine::show(const std::string& status) {
  const std::lock_guard lock(mutex_);
  if (!io_.errors_are_terminal || status == shown_) return;
  shown_ = status.substr(0, io_.errors_columns - 1);  // a line that wraps cannot be written over
  (void)write_all(io_.errors, std::string(kEraseLine) + shown_);
}

}  // namespace thresh::cli
