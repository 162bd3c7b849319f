#include "fetch/engine.hpp"

#include <algorithm>
#include <ctime>
#include <utility>
#include <vector>

#include "base/url.hpp"
#include "fetch/target.hpp"

namespace thresh {
namespace {

using namespace fetch;

constexpr std::string_view kProduct = "thresh";  // in robots.txt
constexpr int kMaxWaitMs = 1000;
constexpr auto kNoMaxTime = std::chrono::hours(24 * 20);  // libcurl's milliseconds are an int
constexpr int kNotModified = 304;

// Pages come after robots.txt files, which others wait for.
constexpr std::size_t kFirstPageOrder = std::size_t{1} << 40;

// Credentials stay with the host they were given for; from http to https on it is no other host.
bool is_own_host(const Target& first, const Target& now) {
  if (first.host != now.host) return false;
  if (first.scheme == now.scheme) return first.port == now.port;
  return first.scheme == "http" && now.scheme == "https";
}

// At least 1, as 0 means no limit.
long left_ms(Clock::time_point deadline, Clock::time_point now) {
  if (deadline <= now) return 1;  // min() is not to be subtracted from
  return 1 + std::chrono::duration_cast<std::chrono::milliseconds>(deadline - now).count();
}

}  // namespace

Fetcher::Engine::Engine(std::unique_ptr<Setup> setup, Store store)
    : setup_(std::move(setup)),
      multi_(curl_multi_init()),
      results_(setup_->options().ordered, static_cast<std::size_t>(setup_->options().parallel),
               [this] { curl_multi_wakeup(multi_.get()); }),
      store_(std::move(store)),
      queues_(setup_->options().per_host, std::chrono::milliseconds(setup_->options().delay_ms)),
      thread_([this] { run(); }) {}

Fetcher::Engine::~Engine() {
  quitting_ = true;
  results_.stop();
  thread_.join();
  for (const auto& [handle, job] : active_) curl_multi_remove_handle(multi_.get(), handle);
}

bool Fetcher::Engine::add(std::string_view url, bool obey_robots) {
  auto job = std::make_unique<Job>();
  job->source = base::without_credentials(url);
  job->obeys_robots = obey_robots;
  job->first = parse_target(url).value_or(Target());
  job->target = job->first;
  return results_.push(std::move(job));
}

void Fetcher::Engine::run() {
  while (!quitting_ && turn()) {
  }
  results_.end();
}

// False when there is nothing left to do.
bool Fetcher::Engine::turn() {
  stopping_ = results_.stopped();
  if (stopping_) drop_unstarted();
  accept_added();
  start_ready();
  int running = 0;
  curl_multi_perform(multi_.get(), &running);
  const bool any_ended = collect();
  results_.set_in_flight(active_.size());
  const bool idle = active_.empty() && queues_.waiting() == 0;
  if (idle && results_.exhausted()) return false;
  // Others may start in the place of those that have ended.
  if (!any_ended) curl_multi_poll(multi_.get(), nullptr, 0, wait_ms(), nullptr);
  return true;
}

// What is under way goes on to other hosts, and may wait for their robots.txt.
void Fetcher::Engine::drop_unstarted() {
  const auto is_unstarted = [](const Job& job) { return !job.is_under_way(); };
  robots_.drop(is_unstarted);
  queues_.drop([&](const Job& job) {
    return job.for_robots ? !robots_.is_awaited(job.robots_origin) : is_unstarted(job);
  });
}

// Transfers that end, and the callers' threads, end the wait themselves.
int Fetcher::Engine::wait_ms() const {
  const Clock::time_point latest = Clock::now() + std::chrono::milliseconds(kMaxWaitMs);
  const bool full = active_.size() >= static_cast<std::size_t>(setup_->options().parallel);
  if (full || queues_.next_time() >= latest) return kMaxWaitMs;
  return static_cast<int>(left_ms(queues_.next_time(), Clock::now()));
}

void Fetcher::Engine::accept_added() {
  for (JobPtr& job : results_.take_added()) {
    job->order = kFirstPageOrder + job->number;
    Step failure;
    if (job->target.url.empty()) {
      failure.error = Error{ErrorCode::kBadUrl, "fetch", "not an absolute URL"};
    } else if (!job->target.is_web()) {
      failure.error = Error{ErrorCode::kRefused, "fetch", "only http and https are fetched"};
    } else {
      route(std::move(job));
      continue;
    }
    finish(std::move(job), {}, failure);
  }
}

// To the queue of its host, when its robots.txt is known.
void Fetcher::Engine::route(JobPtr job) {
  if (job->for_robots || !job->obeys_robots) return queues_.add(std::move(job));
  const Target target = job->target;
  const Robots* rules = robots_.find(target.origin());
  if (rules == nullptr) {
    if (robots_.wait(std::move(job))) fetch_robots(target);
    return;
  }
  if (rules->allows(target.url)) return queues_.add(std::move(job));
  Step failure;
  failure.error = Error{ErrorCode::kRobots, "fetch", "robots.txt disallows it"};
  finish(std::move(job), {}, failure);
}

void Fetcher::Engine::fetch_robots(const Target& page) {
  auto job = std::make_unique<Job>();
  job->for_robots = true;
  job->robots_origin = page.origin();
  job->order = robots_jobs_++;
  job->first = *follow_reference(page, "/robots.txt");
  job->target = job->first;
  queues_.add(std::move(job));
}

void Fetcher::Engine::start_ready() {
  const auto parallel = static_cast<std::size_t>(setup_->options().parallel);
  while (active_.size() < parallel) {
    const Clock::time_point now = Clock::now();
    const Job* next = queues_.next(now);
    if (next == nullptr || !(stopping_ || results_.may_start(*next, under_way_))) return;
    start(queues_.take(now));
  }
}

// A new attempt, or the first request to another host.
void Fetcher::Engine::start(JobPtr job) {
  if (job->transfer == nullptr) job->transfer = std::make_unique<Transfer>(*setup_);
  if (!job->is_under_way()) {
    const std::chrono::milliseconds max_time(setup_->options().max_time_ms);
    job->time_left = max_time.count() > 0 ? max_time : kNoMaxTime;
    if (job->attempts++ == 0 && !job->for_robots) ++under_way_;
  }
  job->deadline = Clock::now() + *job->time_left;
  begin(std::move(job));
}

void Fetcher::Engine::begin(JobPtr job) {
  Request request;
  request.target = job->target;
  request.own_host = is_own_host(job->first, job->target);
  request.keep_cookies = job->cookies_kept;
  request.time_left_ms = left_ms(job->deadline, Clock::now());
  request.max_bytes = job->for_robots ? kMaxRobotsBytes : setup_->options().max_bytes;
  request.cut = job->for_robots;
  job->cached = store_.find(*job);
  if (job->cached) request.conditions = conditions(*job->cached);
  CURL* handle = job->transfer->handle();
  Step refusal;
  refusal.error = job->transfer->prepare(std::move(request));
  if (refusal.error) {
    queues_.released(job->target.host, Clock::now(), false);
    return end(std::move(job), {}, refusal);
  }
  curl_multi_add_handle(multi_.get(), handle);
  active_.emplace(handle, std::move(job));
}

bool Fetcher::Engine::collect() {
  bool any = false;
  int left = 0;
  while (const CURLMsg* message = curl_multi_info_read(multi_.get(), &left)) {
    if (message->msg != CURLMSG_DONE) continue;
    CURL* handle = message->easy_handle;
    const CURLcode code = message->data.result;
    curl_multi_remove_handle(multi_.get(), handle);
    JobPtr job = std::move(active_.extract(handle).mapped());
    Answer answer = job->transfer->finish(code);
    answered(std::move(job), std::move(answer));
    any = true;
  }
  return any;
}

void Fetcher::Engine::answered(JobPtr job, Answer answer) {
  if (std::optional<Error> error = store_.keep(*job, answer)) results_.fail(std::move(*error));
  if (answer.status == kNotModified && job->cached) take_cached(answer, std::move(*job->cached));
  const double random = std::uniform_real_distribution<double>(0, 1)(random_);
  Step step = next_step(*job, answer, setup_->options(), std::time(nullptr), random);
  if (step.kind == Step::Kind::kFollow) return follow(std::move(job), std::move(*step.to));
  const Clock::time_point now = Clock::now();
  queues_.released(job->target.host, now, !job->for_robots);
  if (step.kind == Step::Kind::kRetry && !results_.stopped()) {
    queues_.block(job->target.host, now + std::chrono::milliseconds(step.wait_ms));
    job->time_left.reset();  // a new attempt
    return queues_.add(std::move(job));
  }
  end(std::move(job), std::move(answer), step);
}

void Fetcher::Engine::end(JobPtr job, Answer answer, const Step& step) {
  if (job->for_robots) return finish_robots(std::move(job), answer, step.error.has_value());
  finish(std::move(job), std::move(answer), step);
}

// On the same host at once, as part of the same visit; another host has its own queue and rules.
void Fetcher::Engine::follow(JobPtr job, Target to) {
  ++job->redirects;
  if (job->target.scheme == "https" && to.scheme == "http") job->cookies_kept = false;
  const std::string from_host = job->target.host;
  const std::string from_origin = job->target.origin();
  job->target = std::move(to);
  if (job->target.host == from_host &&
      (!job->obeys_robots || job->target.origin() == from_origin)) {
    const Robots* rules =
        job->obeys_robots && !job->for_robots ? robots_.find(from_origin) : nullptr;
    if (rules == nullptr || rules->allows(job->target.url)) return begin(std::move(job));
  }
  const Clock::time_point now = Clock::now();
  job->time_left = job->deadline - now;  // waiting for its turn costs it none
  queues_.released(from_host, now, !job->for_robots);
  route(std::move(job));
}

void Fetcher::Engine::finish_robots(JobPtr job, const Answer& answer, bool failed) {
  const bool reached = !answer.error && !(failed && answer.status >= 500);
  Robots rules = Robots::for_answer(reached ? answer.status : 0, answer.body, kProduct);
  if (const std::optional<std::chrono::milliseconds> delay = rules.crawl_delay()) {
    const std::chrono::seconds most(setup_->options().retry_max_time_s);
    queues_.slow_down(job->first.host, std::min<Clock::duration>(*delay, most));
  }
  for (JobPtr& waiting : robots_.store(job->robots_origin, std::move(rules))) {
    route(std::move(waiting));
  }
}

void Fetcher::Engine::finish(JobPtr job, Answer answer, const Step& step) {
  if (job->attempts > 0) --under_way_;
  Fetched fetched;
  fetched.number = job->number;
  fetched.source = std::move(job->source);
  fetched.content_type = answer.header("content-type");
  const int status = answer.from_cache ? kNotModified : answer.status;
  fetched.http = {status, std::move(job->target.url), job->attempts, step.retry_after_s};
  if (step.error) {
    fetched.page = *step.error;
  } else {
    fetched.page = std::move(answer.body);
  }
  results_.put(std::move(fetched));
}

}  // namespace thresh
