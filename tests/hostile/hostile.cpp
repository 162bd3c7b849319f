#include "hostile/hostile.hpp"

#include <doctest/doctest.h>
#include <pthread.h>
#include <time.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iostream>
#include <limits>
#include <optional>

#include "base/arena.hpp"
#include "base/deadline.hpp"
#include "page/dom.hpp"
#include "support/memory.hpp"
#include "support/outputs.hpp"
#include "thresh/extract.hpp"

namespace thresh::test {
namespace {

constexpr std::string_view kHead =
    "<!DOCTYPE html><html lang=en><head><title>Harbour news</title></head><body>\n";

// The pre-pass is not sure of an element inside a select that would be raw text elsewhere.
constexpr std::string_view kGiveUp = "<select><style>x</style></select>\n";

#ifdef THRESH_SANITIZED
constexpr int kRounds = 1;
constexpr double kMaxSeconds = 20;
constexpr double kLeastSecondsCompared = 0.5;
constexpr std::size_t kStackBytes = 16 << 20;
#else
constexpr int kRounds = 3;
constexpr double kMaxSeconds = 2;
constexpr double kLeastSecondsCompared = 0.04;  // below, page faults and the clock count for more
constexpr std::size_t kStackBytes = 1 << 20;
constexpr std::size_t kMaxMemoryBytes = 256'000'000;
#endif
constexpr double kMaxGrowth = 3;

double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + 1e-9 * static_cast<double>(now.tv_nsec);
}

// The most memory that `work` takes beyond what is in use before it.
template <class Work>
std::size_t peak_of(const Work& work) {
  std::ofstream("/proc/self/clear_refs") << 5;  // forgets the peak so far
  const std::size_t before = memory_bytes("VmRSS");
  work();
  return std::max(memory_bytes("VmHWM"), before) - before;  // the kernel counts them a little apart
}

enum Step { kExtract, kWrite, kSteps };
constexpr std::array<std::string_view, kSteps> kStepNames = {"extract", "write in all formats"};
using Costs = std::array<double, kSteps>;

struct Outcome {
  std::optional<ErrorCode> error;
  std::string fault;  // what is wrong with the outputs, or lost
  Costs seconds{};
  std::size_t extraction_memory_bytes = 0;
};

std::string lost_sentinel(std::string_view page, const Article& article) {
  const std::string words = all_words(article);
  for (const std::string_view sentinel : {kDeepest, kLast}) {
    if (page.find(sentinel) != page.npos && words.find(sentinel) == words.npos) {
      return "lost: " + std::string(sentinel);
    }
  }
  return {};
}

Outcome run_page(std::string_view page, bool look_at_outputs) {
  Outcome outcome;
  std::optional<Result<Article>> extracted;
  outcome.extraction_memory_bytes = peak_of([&] {
    ExtractOptions options;
    options.limits.timeout_ms = 0;  // CPU time is held against its limit below
    const double begin = cpu_seconds();
    extracted = extract({page, "https://harbour.example/", "text/html"}, options);
    outcome.seconds[kExtract] = cpu_seconds() - begin;
  });
  const Result<Article>& article = *extracted;
  if (!article) {
    outcome.error = article.error().code;
    return outcome;
  }
  if (look_at_outputs) outcome.fault = lost_sentinel(page, *article);
  for (const Rendering& rendering : kRenderings) {
    const double begin = cpu_seconds();
    const std::string output = render(*article, rendering);
    outcome.seconds[kWrite] += cpu_seconds() - begin;
    if (!look_at_outputs) continue;
    const std::string fault = fault_in_output(rendering, output);
    if (!fault.empty()) outcome.fault = std::string(rendering.name) + ": " + fault;
  }
  return outcome;
}

// On a stack as small as extract.hpp promises to be content with.
Outcome run_page_on_small_stack(std::string_view page, bool look_at_outputs) {
  struct Job {
    std::string_view page;
    bool look_at_outputs;
    Outcome outcome;
  } job{page, look_at_outputs, {}};
  const auto run = [](void* data) -> void* {
    Job& the_job = *static_cast<Job*>(data);
    the_job.outcome = run_page(the_job.page, the_job.look_at_outputs);
    return nullptr;
  };
  pthread_attr_t attributes;
  pthread_t thread;
  pthread_attr_init(&attributes);
  pthread_attr_setstacksize(&attributes, kStackBytes);
  REQUIRE(pthread_create(&thread, &attributes, run, &job) == 0);
  pthread_join(thread, nullptr);
  pthread_attr_destroy(&attributes);
  return job.outcome;
}

bool pre_pass_gives_up(std::string_view page) {
  base::Arena arena(160'000'000);
  const Result<page::Dom> dom = page::parse(page, arena, base::Deadline(0));
  REQUIRE(dom.ok());
  return dom->whole_page;
}

std::string make_page(const HostileCase& hostile, Way way, std::size_t n) {
  std::string page(kHead);
  if (way == Way::kBehindPrefix) page += kGiveUp;
  return page + hostile.body(n);
}

void check_outcome(const HostileCase& hostile, Way way, const Outcome& outcome) {
  const bool may_fail = hostile.may_fail == MayFail::kAlways ||
                        (hostile.may_fail == MayFail::kOnWholePage && way == Way::kBehindPrefix);
  if (outcome.error) {
    INFO("error: " << error_code_name(*outcome.error));
    CHECK(may_fail);
    CHECK(*outcome.error == ErrorCode::kTooComplex);
  }
  CHECK(outcome.fault == "");
#ifndef THRESH_SANITIZED
  CHECK(outcome.extraction_memory_bytes <= kMaxMemoryBytes);
#endif
}

void check_costs(const Costs& small, const Costs& large) {
  for (std::size_t step = 0; step < kSteps; ++step) {
    INFO(kStepNames[step] << ": " << small[step] << " s, at twice the size " << large[step]
                          << " s");
    CHECK(large[step] <= kMaxSeconds);
    CHECK(large[step] <= kMaxGrowth * std::max(small[step], kLeastSecondsCompared));
  }
}

}  // namespace

void check_hostile(const HostileCase& hostile, Way way) {
  if (way == Way::kBehindPrefix) {
    REQUIRE(pre_pass_gives_up(std::string(kHead) + std::string(kGiveUp) + last_paragraph()));
  }
  const std::array<std::string, 2> pages = {make_page(hostile, way, hostile.n),
                                            make_page(hostile, way, 2 * hostile.n)};
  std::array<Costs, 2> least;
  for (Costs& costs : least) costs.fill(std::numeric_limits<double>::max());
  std::size_t memory = 0;
  for (int round = 0; round < kRounds; ++round) {
    for (std::size_t i = 0; i < pages.size(); ++i) {
      const Outcome outcome = run_page_on_small_stack(pages[i], round == 0);
      if (round == 0) check_outcome(hostile, way, outcome);
      memory = std::max(memory, outcome.extraction_memory_bytes);
      for (std::size_t step = 0; step < kSteps; ++step) {
        least[i][step] = std::min(least[i][step], outcome.seconds[step]);
      }
    }
  }
  std::cout << pages[1].size() << " bytes: " << least[1][kExtract] << " s, "
            << least[1][kExtract] / least[0][kExtract] << " times that of half the size, "
            << memory / 1'000'000 << " MB\n";
  check_costs(least[0], least[1]);
}

std::string repeat(std::string_view piece, std::size_t n) {
  std::string out;
  out.reserve(piece.size() * n);
  for (std::size_t i = 0; i < n; ++i) {
    for (const char c : piece) {
      if (c == '@') {
        out += std::to_string(i);
      } else {
        out += c;
      }
    }
  }
  return out;
}

std::string last_paragraph() { return "\n<p>" + std::string(kLast) + "</p>\n"; }

std::string nest(std::string_view open, std::size_t n, std::string_view close) {
  return repeat(open, n) + std::string(kDeepest) + repeat(close, n) + last_paragraph();
}

}  // namespace thresh::test
