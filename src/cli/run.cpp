#include "cli/run.hpp"

#include <algorithm>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "batch/files.hpp"
#include "batch/names.hpp"
#include "batch/pool.hpp"
#include "cli/completion.hpp"
#include "cli/exit_codes.hpp"
#include "cli/fetching.hpp"
#include "cli/help.hpp"
#include "cli/interrupt.hpp"
#include "cli/messages.hpp"
#include "cli/status_line.hpp"
#include "cli/tally.hpp"
#include "cli/target.hpp"

namespace thresh::cli {
namespace {

// `line` must be safe to print. A message that cannot be written has nowhere else to go.
void say(const Io& io, const std::string& line) {
  (void)write_all(io.errors, "thresh: " + line + "\n");
}

int usage_error(const Io& io, std::string_view message) {
  say(io, batch::printable(message));
  say(io, "see 'thresh --help'");
  return kExitUsage;
}

int failed(const Io& io, const Failure& failure) {
  if (!failure.message.empty()) say(io, batch::printable(failure.message));
  return failure.code;
}

int print(const Io& io, const std::string& text) {
  const std::optional<Failure> failure = write_output(io, text);
  return failure ? failed(io, *failure) : kExitArticle;
}

// Takes outcomes from the pool to the target, and says on standard error what is to be said.
class Printer : public batch::Sink {
 public:
  Printer(const Args& args, StatusLine& status, Target& target)
      : args_(args), status_(status), target_(target) {}

  bool put(batch::Outcome outcome) override {
    tally_.add(outcome);
    report(outcome);
    failure_ = target_.write(outcome);
    return !failure_;
  }

  const Tally& tally() const { return tally_; }
  const std::optional<Failure>& failure() const { return failure_; }

 private:
  // Pages of a directory without an article are only counted: there may be thousands.
  void report(const batch::Outcome& outcome) const {
    if (args_.verbose) status_.say(page_line(outcome));
    if (outcome.error) {
      status_.say(error_line(outcome));
    } else if (!outcome.unwanted.empty()) {
      if (outcome.named && !args_.quiet) status_.say(unwanted_line(outcome));
    } else if (outcome.verdict != Verdict::kArticle && outcome.named && !args_.quiet) {
      status_.say(no_article_line(outcome));
    }
  }

  const Args& args_;
  StatusLine& status_;
  Target& target_;
  Tally tally_;
  std::optional<Failure> failure_;
};

bool has_several_pages(const Args& args) {
  return args.sources.size() > 1 || !args.input_list.empty() ||
         std::any_of(args.sources.begin(), args.sources.end(), batch::is_directory);
}

// Runs all pages through the pool. What ends a run that could not begin, or its pages not be kept.
std::optional<Failure> work_through(const Args& args, const Io& io, const Extractor& extract,
                                    StatusLine& status, Target& target, Printer& printer) {
  const auto work = [&](const batch::Record& record) { return process(record, args, io, extract); };
  if (!fetches(args)) {
    batch::FileSource source(args.sources, io.input, args.extract.limits.max_bytes);
    batch::run_pool(source, work, printer, args.jobs);
    return std::nullopt;
  }
  const Result<std::unique_ptr<Fetching>> source = Fetching::start(args, io, status, target);
  if (!source) return Failure{exit_code(source.error().code), source.error().message};
  batch::run_pool(**source, work, printer, args.jobs);
  const std::optional<Error> error = (*source)->failure();
  if (!error) return std::nullopt;
  return Failure{exit_code(error->code), error->message};
}

ExitCode status_of(const Args& args, const Tally& tally) {
  if (was_interrupted()) return kExitInterrupted;
  if (args.strict && tally.any_error()) return std::max(tally.status(), kExitNoArticle);
  return tally.status();
}

int run_pages(const Args& args, const Io& io, const Extractor& extract) {
  const bool several = has_several_pages(args);
  if (several && args.show == Show::kPage && args.format == Format::kHtml &&
      args.output_directory.empty()) {
    return usage_error(io, "HTML of several pages needs --output-dir");
  }
  const OpenedTarget opened = open_target(args, io, several);
  if (!opened.target) return failed(io, opened.failure);

  StatusLine status(io);
  Printer printer(args, status, *opened.target);
  const std::optional<Failure> failure =
      work_through(args, io, extract, status, *opened.target, printer);

  if (printer.failure()) return failed(io, *printer.failure());
  if (failure) return failed(io, *failure);
  if (const auto unfinished = opened.target->finish()) return failed(io, *unfinished);
  if (several && !args.quiet) status.say(printer.tally().summary());
  return status_of(args, printer.tally());
}

}  // namespace

int run(const Args& args, const Io& io, const Extractor& extract) {
  switch (args.action) {
    case Action::kHelp:
      return print(io, help_text());
    case Action::kVersion:
      return print(io, "thresh " THRESH_VERSION "\n");
    case Action::kSchema:
      return print(io, std::string(json_schema()));
    case Action::kCompletion:
      return print(io, completion_script(args.shell));
    case Action::kPages:
      break;
  }
  if (!args.sources.empty() || !args.input_list.empty()) return run_pages(args, io, extract);
  if (io.input_is_terminal) return usage_error(io, "no SOURCE is given");
  Args from_input = args;
  from_input.sources.emplace_back(batch::kStandardInput);
  return run_pages(from_input, io, extract);
}

int run_command(int argc, const char* const* argv, const Io& io, const Extractor& extract) {
  const Result<Args> args = parse_args(argc, argv);
  if (!args) return usage_error(io, args.error().message);
  return run(*args, io, extract);
}

}  // namespace thresh::cli
