#include "cli/page_work.hpp"

#include <chrono>
#include <new>
#include <optional>
#include <utility>

#include "cli/explain.hpp"
#include "cli/wanted.hpp"
#include "thresh/write.hpp"

namespace thresh::cli {
namespace {

using Clock = std::chrono::steady_clock;

std::string bare_values(const Article& article, const std::vector<std::string>& names) {
  std::string out;
  for (const std::string& name : names) out += property(article, name).value_or("") + "\n";
  return out;
}

std::string shown(const Article& article, const Args& args, const Io& io, const Origin& origin) {
  switch (args.show) {
    case Show::kPage:
      return write(article, args.format, args.write, origin);
    case Show::kProperties:
      return bare_values(article, args.properties);
    case Show::kExplanation:
      return explain(article, io.color, io.columns);
    case Show::kNothing:
      break;
  }
  return {};
}

bool writes_errors(const Args& args) {
  return args.show == Show::kPage &&
         (args.format == Format::kJson || args.format == Format::kJsonl);
}

Result<Article> load_and_extract(const batch::Record& record, const Args& args,
                                 const Extractor& extract, std::size_t& page_bytes) {
  const Result<std::string> bytes = record.load();
  if (!bytes) return bytes.error();
  page_bytes = bytes->size();
  const std::string_view type =
      args.assume_html ? "text/html" : std::string_view(record.content_type);
  return extract({*bytes, record.url, type}, args.extract);
}

Origin origin_of(const batch::Outcome& outcome) {
  return {outcome.id, outcome.source, outcome.http ? &*outcome.http : nullptr};
}

void fill(batch::Outcome& outcome, const batch::Record& record, const Args& args, const Io& io,
          const Extractor& extract) {
  const Origin origin = origin_of(outcome);
  const Result<Article> article = load_and_extract(record, args, extract, outcome.page_bytes);
  if (!article) {
    outcome.error = article.error();
    if (writes_errors(args)) outcome.output = write_error(*outcome.error, args.format, origin);
    return;
  }
  outcome.verdict = article->verdict;
  outcome.content_kind = article->content_kind;
  outcome.word_count = article->word_count;
  outcome.unwanted = unwanted(*article, args);
  if (outcome.unwanted.empty()) outcome.output = shown(*article, args, io, origin);
}

}  // namespace

batch::Outcome process(const batch::Record& record, const Args& args, const Io& io,
                       const Extractor& extract) {
  const Clock::time_point start = Clock::now();
  batch::Outcome outcome;
  outcome.id = record.id;
  outcome.source = record.source;
  outcome.named = record.named;
  outcome.http = record.http;
  try {
    fill(outcome, record, args, io, extract);
  } catch (const std::bad_alloc&) {  // of this page; the others go on
    outcome.output.clear();
    outcome.error = Error{ErrorCode::kTooComplex, "memory", "not enough memory for this page"};
    if (writes_errors(args)) {
      outcome.output = write_error(*outcome.error, args.format, origin_of(outcome));
    }
  }
  outcome.milliseconds = std::chrono::duration<double, std::milli>(Clock::now() - start).count();
  return outcome;
}

}  // namespace thresh::cli
