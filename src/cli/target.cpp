#include "cli/target.hpp"

#include <cerrno>
#include <filesystem>
#include <mutex>
#include <system_error>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "batch/names.hpp"
#include "batch/resume.hpp"
#include "cli/inputs.hpp"
#include "cli/messages.hpp"
#include "cli/output_names.hpp"
#include "cli/replaced_file.hpp"

namespace thresh::cli {
namespace {

namespace fs = std::filesystem;

Failure failure_of(const Error& error) { return {kExitIo, error.message}; }

Failure refusal(const std::string& path) {
  return {kExitUsage, path + ": is one of the inputs; write somewhere else"};
}

// What stands around the pages of one stream.
enum class Framing { kNone, kHeaders, kArray };

class Stream : public Target {
 public:
  Stream(const Io& io, Framing framing) : io_(io), framing_(framing) {}

  std::optional<Failure> write(const batch::Outcome& outcome) override {
    if (!outcome.unwanted.empty()) return {};
    if (outcome.output.empty() && (outcome.error || framing_ != Framing::kHeaders)) return {};
    std::string bytes = before(outcome) + outcome.output;
    if (framing_ == Framing::kArray && bytes.ends_with('\n')) bytes.pop_back();
    first_ = false;
    return put(bytes);
  }

  std::optional<Failure> finish() override {
    if (framing_ != Framing::kArray) return {};
    return put(first_ ? "[]\n" : "\n]\n");
  }

 protected:
  virtual std::optional<Failure> put(std::string_view bytes) { return write_output(io_, bytes); }

 private:
  std::string before(const batch::Outcome& outcome) const {
    if (framing_ == Framing::kArray) return first_ ? "[\n" : ",\n";
    if (framing_ == Framing::kNone) return {};
    return (first_ ? "==> " : "\n==> ") + shown_source(outcome.source) + " <==\n";
  }

  const Io& io_;
  Framing framing_;
  bool first_ = true;
};

// The sources of pages that an earlier run has written.
using Done = std::unordered_set<std::string>;

class File : public Stream {
 public:
  File(ReplacedFile file, Done done, const Io& io, Framing framing)
      : Stream(io, framing), file_(std::move(file)), done_(std::move(done)) {}

  bool holds(const std::string& url) override { return done_.contains(url); }

  std::optional<Failure> write(const batch::Outcome& outcome) override {
    if (!outcome.error || !outcome.output.empty()) worth_keeping_ = true;
    return Stream::write(outcome);
  }

  // What was there stays if no page could be read.
  std::optional<Failure> finish() override {
    if (!worth_keeping_) return {};
    if (std::optional<Failure> failure = Stream::finish()) return failure;
    if (const std::optional<Error> error = file_.commit()) return failure_of(*error);
    return {};
  }

 private:
  std::optional<Failure> put(std::string_view bytes) override {
    if (const std::optional<Error> error = file_.write(bytes)) return failure_of(*error);
    return {};
  }

  ReplacedFile file_;
  const Done done_;
  bool worth_keeping_ = false;
};

// Names go by the place of a page in the input, whatever becomes of it and whenever it comes.
class Directory : public Target {
 public:
  Directory(const Args& args, Inputs inputs)
      : path_(args.output_directory),
        resumes_(args.resume),
        names_(format_extension(args.show == Show::kPage ? args.format : Format::kText)),
        inputs_(std::move(inputs)) {}

  bool holds(const std::string& url) override {
    const std::lock_guard lock(mutex_);
    std::string name = names_.next(url);
    std::error_code unknown;
    if (resumes_ && fs::exists(fs::path(path_) / name, unknown)) return true;
    names_ahead_.emplace(url, std::move(name));
    return false;
  }

  std::optional<Failure> write(const batch::Outcome& outcome) override {
    const std::string path = (fs::path(path_) / name_of(outcome.id)).string();
    if (outcome.output.empty() && outcome.error) return {};
    if (!outcome.unwanted.empty()) return {};
    if (inputs_.hold(path)) return refusal(path);
    Result<ReplacedFile> file = ReplacedFile::create(path);
    if (!file) return failure_of(file.error());
    if (const std::optional<Error> error = file->write(outcome.output)) return failure_of(*error);
    if (const std::optional<Error> error = file->commit()) return failure_of(*error);
    return {};
  }

  std::optional<Failure> finish() override { return {}; }

 private:
  std::string name_of(const std::string& id) {
    const std::lock_guard lock(mutex_);
    const auto ahead = names_ahead_.find(id);
    if (ahead == names_ahead_.end()) return names_.next(id);
    return std::move(names_ahead_.extract(ahead).mapped());
  }

  const std::string path_;
  const bool resumes_;
  std::mutex mutex_;  // guards the names
  OutputNames names_;
  std::unordered_multimap<std::string, std::string> names_ahead_;  // of URLs being fetched
  Inputs inputs_;
};

Framing framing_for(const Args& args, bool several) {
  if (!several || args.show == Show::kProperties || args.show == Show::kNothing) {
    return Framing::kNone;
  }
  if (args.show == Show::kExplanation) return Framing::kHeaders;
  switch (args.format) {
    case Format::kText:
    case Format::kMarkdown:
      return Framing::kHeaders;
    case Format::kJson:
      return Framing::kArray;
    case Format::kHtml:
    case Format::kJsonl:
      break;
  }
  return Framing::kNone;
}

OpenedTarget open_directory(const Args& args, Inputs inputs) {
  std::error_code error;
  fs::create_directories(args.output_directory, error);
  if (error) return {nullptr, {kExitIo, args.output_directory + ": " + error.message()}};
  return {std::make_unique<Directory>(args, std::move(inputs))};
}

OpenedTarget open_file(const Args& args, const Io& io, Framing framing) {
  Done done;
  if (args.resume) {
    Result<Done> found = batch::keep_done_records(args.output_file);
    if (!found) return {nullptr, failure_of(found.error())};
    done = std::move(*found);
  }
  Result<ReplacedFile> file =
      args.resume ? ReplacedFile::append(args.output_file) : ReplacedFile::create(args.output_file);
  if (!file) return {nullptr, failure_of(file.error())};
  return {std::make_unique<File>(std::move(*file), std::move(done), io, framing)};
}

}  // namespace

std::optional<Failure> write_output(const Io& io, std::string_view bytes) {
  const int number = write_all(io.output, bytes);
  if (number == 0) return {};
  if (number == EPIPE) return Failure{kExitBrokenPipe, {}};
  return Failure{kExitIo, "standard output: " + std::generic_category().message(number)};
}

OpenedTarget open_target(const Args& args, const Io& io, bool several) {
  std::vector<std::string> read = args.sources;
  if (!args.input_list.empty()) read.push_back(args.input_list);
  Inputs inputs(read);
  if (!args.output_directory.empty()) return open_directory(args, std::move(inputs));
  const Framing framing = framing_for(args, several);
  if (args.writes_to_stdout()) {
    return {std::make_unique<Stream>(io, framing)};
  }
  if (inputs.hold(args.output_file)) return {nullptr, refusal(args.output_file)};
  return open_file(args, io, framing);
}

}  // namespace thresh::cli
