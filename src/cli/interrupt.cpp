#include "cli/interrupt.hpp"

#include <unistd.h>

#include <array>
#include <atomic>
#include <climits>
#include <csignal>
#include <cstddef>

namespace thresh::cli {
namespace {

constexpr std::array kInterrupts = {SIGHUP, SIGINT, SIGTERM};

// Valid while g_armed. A handler may run on any thread, so no lock can guard them.
std::array<char, PATH_MAX> g_path;
std::atomic<bool> g_armed = false;
static_assert(std::atomic<bool>::is_always_lock_free, "as a signal's handler needs it");

std::atomic<bool> g_finishing = false;
std::atomic<bool> g_interrupted = false;

// Ends the process by the same signal, with its usual action.
extern "C" void remove_and_end(int signal) {
  if (!g_interrupted.exchange(true) && g_finishing) return;
  if (g_armed.exchange(false)) ::unlink(g_path.data());
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

}  // namespace

void handle_interrupts() {
  for (const int signal : kInterrupts) {
    struct sigaction action {};
    if (::sigaction(signal, nullptr, &action) != 0 || action.sa_handler == SIG_IGN) continue;
    action.sa_handler = remove_and_end;
    ::sigaction(signal, &action, nullptr);
  }
}

void remove_if_interrupted(const std::string& path) {
  g_armed = false;
  if (path.empty() || path.size() >= g_path.size()) return;
  g_path[path.copy(g_path.data(), path.size())] = '\0';
  g_armed = true;
}

void finish_if_interrupted(bool on) { g_finishing = on; }

bool was_interrupted() { return g_interrupted; }

}  // namespace thresh::cli
