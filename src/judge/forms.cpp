#include "judge/forms.hpp"

namespace thresh::judge {

Forms find_forms(const page::Document& document) {
  Forms forms;
  forms.fields.assign(document.containers.size(), 0);
  forms.email_fields.assign(document.containers.size(), 0);
  forms.field_before.assign(document.blocks.size() + 1, false);
  for (std::size_t c = document.containers.size(); c-- > 0;) {
    const page::Container& container = document.containers[c];
    forms.fields[c] += container.inputs;
    forms.email_fields[c] += container.email_inputs;
    if (container.parent != page::kNone) {
      forms.fields[container.parent] += forms.fields[c];
      forms.email_fields[container.parent] += forms.email_fields[c];
    }
    if (container.inputs > 0 && container.first_block == container.end_block) {
      forms.field_before[container.first_block] = true;
    }
  }
  return forms;
}

bool is_dialog(const page::Document& document, const page::Container& container) {
  if (container.tag == page::Tag::kDialog) return true;
  const std::string_view role = document.attribute(container, page::Attribute::kRole);
  return role == "dialog" || role == "alertdialog";
}

}  // namespace thresh::judge
