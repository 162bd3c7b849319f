#include "metadata/resolve.hpp"

#include <optional>
#include <utility>

#include "metadata/access.hpp"
#include "metadata/authors.hpp"
#include "metadata/dates.hpp"
#include "metadata/facts.hpp"
#include "metadata/language.hpp"
#include "metadata/normalize.hpp"
#include "metadata/place.hpp"
#include "metadata/sources.hpp"
#include "metadata/tags.hpp"
#include "metadata/title.hpp"

namespace thresh::metadata {
namespace {

std::string normal(Kind kind, std::string_view value, const Facts& facts) {
  switch (kind) {
    case Kind::kUrl:
      return normal_url(value, facts.base_url);
    default:
      return normal_text(value);
  }
}

}  // namespace

Facts facts_of(const page::Document& document, const judge::Decisions& decisions,
               std::string_view page_url, std::string_view base_url, std::string_view latest_date) {
  const std::optional<Date> latest = machine_date(latest_date, DayOrder::kDayFirst);
  return {document,
          decisions,
          page_url,
          base_url,
          JsonLd(document),
          find_place(document, decisions),
          latest ? *latest : tomorrow()};
}

Metadata resolve(const Facts& facts) {
  Metadata metadata;
  metadata.title = resolve_title(facts);
  metadata.authors = resolve_authors(facts);
  metadata.language = resolve_language(facts);
  metadata.tags = resolve_tags(facts);
  metadata.access = resolve_access(facts);
  Dates dates = resolve_dates(facts);
  metadata.published = std::move(dates.published);
  metadata.modified = std::move(dates.modified);
  for (const Source& source : sources()) {
    Field& field = metadata.*source.field;
    if (!field.value.empty()) continue;
    field.value = normal(source.kind, source.read(facts, source.key), facts);
    if (!field.value.empty()) field.source = source.name;
  }
  return metadata;
}

}  // namespace thresh::metadata
