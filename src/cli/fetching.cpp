#include "cli/fetching.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <filesystem>
#include <system_error>
#include <utility>

#include "batch/url_list.hpp"
#include "cli/interrupt.hpp"
#include "cli/replaced_file.hpp"

namespace thresh::cli {
namespace {

namespace fs = std::filesystem;

constexpr auto kTick = std::chrono::milliseconds(100);  // how late Ctrl-C and progress may be
constexpr int kTicksPerStatus = 5;

FetchOptions options_of(const Args& args, const Io& io) {
  FetchOptions options = args.fetch;
  options.proxies = io.proxies;
  if (!args.proxy.empty()) options.proxies.http = options.proxies.https = args.proxy;
  return options;
}

std::optional<Error> make_folder(const std::string& path) {
  std::error_code error;
  fs::create_directories(path, error);
  if (!error) return std::nullopt;
  return Error{ErrorCode::kIo, "write", path + ": " + error.message()};
}

}  // namespace

bool fetches(const Args& args) {
  return !args.input_list.empty() ||
         std::any_of(args.sources.begin(), args.sources.end(), batch::is_url);
}

Result<std::unique_ptr<Fetching>> Fetching::start(const Args& args, const Io& io,
                                                  StatusLine& status, Target& target) {
  std::unique_ptr<Fetching> fetching(new Fetching(args, io, status));
  if (std::optional<Error> error = fetching->open_list(args.input_list)) return *error;
  if (!args.save_directory.empty()) {
    if (std::optional<Error> error = make_folder(args.save_directory)) return *error;
  }
  Result<Fetcher> fetcher = Fetcher::create(options_of(args, io));
  if (!fetcher) return fetcher.error();
  batch::WebInput input;
  input.names = args.sources;
  input.input = io.input;
  input.list = fetching->list_;
  input.max_bytes = args.extract.limits.max_bytes;
  input.named_obey_robots = args.robots == Robots::kAlways;
  input.listed_obey_robots = args.robots != Robots::kNever;
  if (!args.save_directory.empty()) {
    input.on_page = [self = fetching.get()](const Fetched& fetched) { self->keep(fetched); };
  }
  input.is_done = [&target](const std::string& url) { return target.holds(url); };
  finish_if_interrupted(true);
  fetching->source_ = std::make_unique<batch::WebSource>(std::move(input), std::move(*fetcher));
  fetching->watcher_ = std::thread([self = fetching.get()] { self->watch(); });
  return fetching;
}

Fetching::Fetching(const Args& args, const Io& io, StatusLine& status)
    : args_(args), io_(io), status_(status) {}

Fetching::~Fetching() {
  if (watcher_.joinable()) {
    {
      const std::lock_guard lock(mutex_);
      ended_ = true;
    }
    changed_.notify_all();
    watcher_.join();
  }
  source_.reset();
  finish_if_interrupted(false);
  if (closes_list_) ::close(list_);
}

std::optional<Error> Fetching::open_list(const std::string& name) {
  if (name.empty()) return std::nullopt;
  if (name == batch::kStandardInput) {
    list_ = io_.input;
    return std::nullopt;
  }
  list_ = ::open(name.c_str(), O_RDONLY | O_CLOEXEC);
  closes_list_ = list_ >= 0;
  if (closes_list_) return std::nullopt;
  return Error{ErrorCode::kNoInput, "read", name + ": " + std::generic_category().message(errno)};
}

// After a page that cannot be kept nothing more is fetched.
void Fetching::keep(const Fetched& fetched) {
  if (!fetched.page || failure_) return;
  const fs::path path = fs::path(args_.save_directory) / saved_names_.next(fetched.source);
  failure_ = write_beside(path.string(), *fetched.page);
  if (failure_) source_->stop();
}

// Not between pages that come out on the same terminal.
bool Fetching::shows_progress() const {
  const bool pages_on_terminal =
      io_.columns > 0 && args_.writes_to_stdout() && args_.show != Show::kNothing;
  return io_.errors_are_terminal && !args_.quiet && !pages_on_terminal;
}

// On a thread of its own until the end.
void Fetching::watch() {
  using Clock = std::chrono::steady_clock;
  const Clock::time_point start = Clock::now();
  const bool shows = shows_progress();
  std::unique_lock lock(mutex_);
  for (int tick = 0; !changed_.wait_for(lock, kTick, [this] { return ended_; }); ++tick) {
    if (was_interrupted()) source_->stop();
    if (!shows || tick % kTicksPerStatus != 0) continue;
    const std::chrono::duration<double> seconds = Clock::now() - start;
    status_.show(progress_text(source_->progress(), seconds.count()));
  }
  status_.show({});
}

}  // namespace thresh::cli
