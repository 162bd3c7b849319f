// Where each field of Metadata is read from. To add a source, add a row in sources.cpp.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "metadata/facts.hpp"
#include "thresh/article.hpp"

namespace thresh::metadata {

enum class Kind : unsigned char { kText, kUrl };

struct Source {
  Field Metadata::*field;
  Kind kind;
  std::string_view name;  // as it stands in Field::source
  std::string (*read)(const Facts& facts, std::string_view key);
  std::string_view key;
};

// A field's first source with a value counts.
std::span<const Source> sources();

// The content of the first <meta> of that name or property that has one; lower case.
std::string_view meta_content(const page::Document& document, std::string_view name);

}  // namespace thresh::metadata
