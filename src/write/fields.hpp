// The fields of Metadata, in the order in which they are shown.
#pragma once

#include <string>
#include <string_view>

#include "thresh/article.hpp"

namespace thresh::writers {

struct MetadataField {
  std::string_view name;  // in JSON, front matter and --property
  Field Metadata::*field;
};
inline constexpr MetadataField kMetadataFields[] = {
    {"title", &Metadata::title},
    {"published", &Metadata::published},
    {"modified", &Metadata::modified},
    {"site", &Metadata::site},
    {"description", &Metadata::description},
    {"language", &Metadata::language},
    {"image", &Metadata::image},
    {"section", &Metadata::section},
    {"licence", &Metadata::licence},
    {"canonical_url", &Metadata::canonical_url},
};

struct MetadataList {
  std::string_view name;
  ListField Metadata::*field;
};
inline constexpr MetadataList kMetadataLists[] = {
    {"authors", &Metadata::authors},
    {"tags", &Metadata::tags},
};

}  // namespace thresh::writers
