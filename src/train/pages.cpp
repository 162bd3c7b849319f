#include "train/pages.hpp"

#include <iostream>
#include <optional>

#include "base/arena.hpp"
#include "base/deadline.hpp"
#include "batch/files.hpp"
#include "page/decode.hpp"
#include "page/dom.hpp"
#include "page/non_html.hpp"
#include "page/segment.hpp"

namespace thresh::train {
namespace {

constexpr std::size_t kMaxBytes = 20'000'000;
constexpr std::size_t kArenaBytes = 400'000'000;

Result<page::Document> document_of(std::string_view bytes, base::Arena& arena) {
  const base::Deadline never(0);
  arena.reset(kArenaBytes);
  Result<page::Decoded> decoded = page::decode(bytes, {}, {});
  if (!decoded) return decoded.error();
  const std::string_view text = decoded->text(bytes);
  Result<page::Dom> dom = page::parse(text, arena, never);
  if (!dom) return dom.error();
  return page::segment(*dom, text, never);
}

}  // namespace

void for_each_page(
    const std::vector<std::string>& names,
    const std::function<void(const std::string& source, const std::string& bytes)>& use) {
  batch::FileSource source(names, 0, kMaxBytes);
  while (const std::optional<batch::Record> record = source.next()) {
    const Result<std::string> bytes = record->load();
    if (bytes) {
      use(record->source, *bytes);
    } else {
      std::cerr << record->source << ": " << bytes.error().message << '\n';
    }
  }
}

void for_each_document(
    const std::vector<std::string>& names,
    const std::function<void(const std::string& source, const page::Document& document)>& use) {
  base::Arena arena(kArenaBytes);
  for_each_page(names, [&](const std::string& source, const std::string& bytes) {
    if (!page::non_html_kind(bytes).empty()) return;
    const Result<page::Document> document = document_of(bytes, arena);
    if (document) {
      use(source, *document);
    } else {
      std::cerr << source << ": " << document.error().message << '\n';
    }
  });
}

}  // namespace thresh::train
