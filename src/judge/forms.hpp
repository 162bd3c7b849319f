// What form fields and roles tell of a container, whatever the language.
#pragma once

#include <cstdint>
#include <vector>

#include "page/document.hpp"

namespace thresh::judge {

struct Forms {
  // Of each container and all in it.
  std::vector<std::uint32_t> fields;
  std::vector<std::uint32_t> email_fields;
  // Of each block, one more for the end: a form field stands right before it.
  std::vector<bool> field_before;
};

Forms find_forms(const page::Document& document);

// <dialog>, or a role that says so: something laid over the page.
bool is_dialog(const page::Document& document, const page::Container& container);

}  // namespace thresh::judge
