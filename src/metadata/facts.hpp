// All that metadata is read from.
#pragma once

#include <string_view>

#include "judge/decision.hpp"
#include "metadata/json_ld.hpp"
#include "page/document.hpp"

namespace thresh::metadata {

struct Facts {
  const page::Document& document;
  const judge::Decisions& decisions;
  std::string_view page_url;
  std::string_view base_url;
  JsonLd json_ld;
};

}  // namespace thresh::metadata
