// One page's way: the list of stages, and the only file that knows them all.
#include "thresh/extract.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include "base/arena.hpp"
#include "base/deadline.hpp"
#include "extract_with.hpp"
#include "judge/assemble.hpp"
#include "judge/confidence.hpp"
#include "judge/judge.hpp"
#include "metadata/declared_body.hpp"
#include "metadata/resolve.hpp"
#include "page/decode.hpp"
#include "page/dom.hpp"
#include "page/non_html.hpp"
#include "page/page_url.hpp"
#include "page/segment.hpp"

namespace thresh {
namespace {

constexpr std::size_t kMegabyte = 1'000'000;

// Real pages need at most 12 bytes of tree a byte of page; bombs want gigabytes. The tree and the
// Document made of it must stay under 256 MB together.
std::size_t arena_budget(std::size_t page_bytes) {
  return std::min(64 * kMegabyte + 16 * page_bytes, 128 * kMegabyte);
}

// Decode to segment. The arena and the Dom in it are gone when this returns.
Result<page::Document> read_document(std::string_view text, const base::Deadline& deadline) {
  base::Arena arena(arena_budget(text.size()));
  const Result<page::Dom> dom = page::parse(text, arena, deadline);
  if (!dom) return dom.error();
  return page::segment(*dom, text, deadline);
}

Error too_large(std::size_t page_bytes, std::size_t max_bytes) {
  return {ErrorCode::kTooLarge, "read",
          "page of " + std::to_string(page_bytes) + " bytes is over the limit of " +
              std::to_string(max_bytes)};
}

Article not_html(const Page& page, const ExtractOptions& options, std::string_view kind) {
  Article article;
  article.verdict = Verdict::kNotHtml;
  article.content_kind = kind;
  article.url = options.base_url.empty() ? std::string(page.url) : options.base_url;
  return article;
}

std::optional<PageType> likeliest(const judge::PageTypes& types) {
  const auto best = std::max_element(types.begin(), types.end());
  if (*best == 0) return std::nullopt;
  return static_cast<PageType>(best - types.begin());
}

}  // namespace

Result<Article> extract(const Page& page, const ExtractOptions& options) {
  return extract_with(page, options, judge::builtin_model());
}

Result<Article> extract_with(const Page& page, const ExtractOptions& options,
                             const judge::Model& model) {
  const base::Deadline deadline(options.limits.timeout_ms);
  if (page.bytes.size() > options.limits.max_bytes) {
    return too_large(page.bytes.size(), options.limits.max_bytes);
  }
  std::string_view kind = page::non_html_kind(page.bytes);
  if (kind.empty()) kind = page::non_html_type(page.content_type);
  if (!kind.empty()) return not_html(page, options, kind);

  const Result<page::Decoded> decoded =
      page::decode(page.bytes, page.content_type, options.charset);
  if (!decoded) return decoded.error();
  const Result<page::Document> segmented = read_document(decoded->text(page.bytes), deadline);
  if (!segmented) return segmented.error();

  const page::Document& document = *segmented;
  const judge::Measures measures = judge::measure(document);
  const judge::Scores scores = judge::score(document, measures, model, options.page_type);
  const judge::Decisions decisions = judge::label(document, measures, scores, options.focus);
  if (deadline.passed()) return Error{ErrorCode::kTimeout, "judge", "page took too long"};

  const page::PageUrl url = page::page_url(document, page.url, options.base_url);
  Article article;
  article.url = url.page;
  article.charset = decoded->charset;
  article.page_type = likeliest(scores.page_types);
  if (model.confidence.count > 0) {
    article.confidence = judge::confidence(judge::page_facts(document, measures, scores, decisions),
                                           model.confidence);
  }
  const metadata::Facts facts =
      metadata::facts_of(document, decisions, url.page, url.base, options.latest_date);
  article.metadata = metadata::resolve(facts);
  article.verdict = judge::verdict(document, decisions, article.metadata.access.value);
  judge::assemble(article, document, decisions, url.base);
  metadata::take_declared_body(article, facts);
  return article;
}

}  // namespace thresh
