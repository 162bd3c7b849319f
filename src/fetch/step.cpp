#include "fetch/step.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "base/ascii.hpp"
#include "fetch/backoff.hpp"
#include "fetch/meta_refresh.hpp"
#include "fetch/retry_after.hpp"

namespace thresh::fetch {
namespace {

constexpr int kMaxRobotsRedirects = 5;  // RFC 9309, 2.3.1.2
constexpr int kTooManyRequests = 429;
constexpr int kRedirects[] = {301, 302, 303, 307, 308};
constexpr int kTransient[] = {408, kTooManyRequests, 500, 502, 503, 504};

template <std::size_t kCount>
bool is_one_of(const int (&statuses)[kCount], int status) {
  return std::find(std::begin(statuses), std::end(statuses), status) != std::end(statuses);
}

Step done(ErrorCode code, std::string message) {
  Step step;
  step.error = Error{code, "fetch", std::move(message)};
  return step;
}

Error status_error(int status) {
  const ErrorCode code = status == kTooManyRequests ? ErrorCode::kRateLimited : ErrorCode::kHttp;
  return {code, "fetch", "HTTP status " + std::to_string(status)};
}

Step follow(const Job& job, std::string_view reference, const FetchOptions& options) {
  const int most = job.for_robots ? kMaxRobotsRedirects : options.max_redirects;
  if (job.redirects >= most) {
    return done(ErrorCode::kRedirects, "more than " + std::to_string(most) + " redirects");
  }
  Step step;
  step.to = follow_reference(job.target, reference);
  if (!step.to) return done(ErrorCode::kRedirects, "a redirect to nowhere");
  if (!step.to->is_web()) {
    return done(ErrorCode::kRefused, "a redirect to " + step.to->scheme + ": is not followed");
  }
  step.kind = Step::Kind::kFollow;
  return step;
}

// Another attempt after `error`, if there is one left and it need not wait too long.
Step retry(const Job& job, Error error, std::optional<int> retry_after_s,
           const FetchOptions& options, double random) {
  Step step;
  step.retry_after_s = retry_after_s;
  const long long wait_ms =
      retry_after_s ? 1000LL * *retry_after_s : backoff_ms(job.attempts, random);
  if (wait_ms > 1000LL * options.retry_max_time_s) {
    step.retry_after_s = static_cast<int>((wait_ms + 999) / 1000);
    step.error = Error{
        ErrorCode::kRateLimited, "fetch",
        error.message + ", to be tried again in " + std::to_string(*step.retry_after_s) + " s"};
    return step;
  }
  step.error = std::move(error);
  if (job.attempts <= options.retries) {
    step.kind = Step::Kind::kRetry;
    step.wait_ms = static_cast<int>(wait_ms);
  }
  return step;
}

bool may_be_html(const Answer& answer) {
  const std::string type = base::lower(answer.header("content-type"));
  return type.empty() || type.find("html") != std::string::npos;
}

// A refresh to the page itself is a reload.
Step after_page(const Job& job, const Answer& answer, const FetchOptions& options) {
  if (job.for_robots || !may_be_html(answer)) return {};
  const std::string reference = meta_refresh(answer.body);
  if (reference.empty()) return {};
  const std::optional<Target> to = follow_reference(job.target, reference);
  if (!to || !to->is_web() || to->url == job.target.url) return {};
  return follow(job, reference, options);
}

}  // namespace

Step next_step(const Job& job, const Answer& answer, const FetchOptions& options, long unix_now,
               double random) {
  if (answer.error) {
    if (answer.transient) return retry(job, *answer.error, std::nullopt, options, random);
    Step step;
    step.error = answer.error;
    return step;
  }
  const std::string_view location = answer.header("location");
  if (is_one_of(kRedirects, answer.status) && !location.empty()) {
    return follow(job, location, options);
  }
  if (is_one_of(kTransient, answer.status)) {
    const std::optional<int> wait_s = parse_retry_after(answer.header("retry-after"), unix_now);
    return retry(job, status_error(answer.status), wait_s, options, random);
  }
  if (answer.status < 200 || answer.status >= 300) {
    Step step;
    step.error = status_error(answer.status);
    return step;
  }
  return after_page(job, answer, options);
}

}  // namespace thresh::fetch
