// All that metadata is read from.
#pragma once

#include <cstdint>
#include <string_view>

#include "judge/decision.hpp"
#include "metadata/date.hpp"
#include "metadata/json_ld.hpp"
#include "metadata/site_names.hpp"
#include "page/document.hpp"

namespace thresh::metadata {

// Where on the page its headline and body are.
struct Place {
  std::uint32_t headline = page::kNone;  // block; page::kNone if the judge saw none
  std::uint32_t first_body = 0;          // blocks of the body are [first_body, end_body);
  std::uint32_t end_body = 0;            // none if both are 0
};

struct Facts {
  const page::Document& document;
  const judge::Decisions& decisions;
  std::string_view page_url;
  std::string_view base_url;
  JsonLd json_ld;
  Place place = {};
  Date latest = {9999, 12, 31};  // dates after it are in the future
  SiteNames site = SiteNames(document, json_ld, page_url);
};

}  // namespace thresh::metadata
