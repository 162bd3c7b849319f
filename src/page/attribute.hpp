// Attributes as thresh names them. The table is attributes.inc.
#pragma once

#include <cstdint>
#include <string_view>

namespace thresh::page {

enum class Attribute : std::uint8_t {
#define THRESH_ATTRIBUTE(enumerator, name) enumerator,
#include "page/attributes.inc"
#undef THRESH_ATTRIBUTE
  kCount  // also: "not one that thresh reads"
};

std::string_view attribute_name(Attribute attribute);

// Any case; kCount if thresh does not read that attribute.
Attribute attribute_from_name(std::string_view name);

}  // namespace thresh::page
