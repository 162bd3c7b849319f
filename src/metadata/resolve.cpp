#include "metadata/resolve.hpp"

#include "metadata/facts.hpp"
#include "metadata/normalize.hpp"
#include "metadata/sources.hpp"
#include "metadata/title.hpp"

namespace thresh::metadata {
namespace {

std::string normal(Kind kind, std::string_view value, const Facts& facts) {
  switch (kind) {
    case Kind::kUrl:
      return normal_url(value, facts.base_url);
    case Kind::kLanguage:
      return normal_language(value);
    default:
      return normal_text(value);
  }
}

}  // namespace

Metadata resolve(const page::Document& document, const judge::Decisions& decisions,
                 std::string_view page_url, std::string_view base_url) {
  const Facts facts{document, decisions, page_url, base_url, JsonLd(document)};
  Metadata metadata;
  metadata.title = resolve_title(facts);
  for (const Source& source : sources()) {
    Field& field = metadata.*source.field;
    if (!field.value.empty()) continue;
    field.value = normal(source.kind, source.read(facts, source.key), facts);
    if (!field.value.empty()) field.source = source.name;
  }
  return metadata;
}

}  // namespace thresh::metadata
