#include "judge/forms.hpp"

#include "support/segmented.hpp"

using namespace thresh;
using judge::find_forms;
using thresh::testing::document_of;

TEST_CASE("fields count for the containers they stand in, and for those around") {
  const page::Document document =
      document_of("<div>a<form><input name=q><p><input type=email></p></form></div>");
  const judge::Forms forms = find_forms(document);
  REQUIRE(document.containers.size() == 4);  // body div form p
  CHECK(forms.fields == std::vector<std::uint32_t>{2, 2, 2, 1});
  CHECK(forms.email_fields == std::vector<std::uint32_t>{1, 1, 1, 1});
}

TEST_CASE("a field is known by the block that comes after it") {
  const page::Document document = document_of("<p>a</p><form><input></form><p>b</p>");
  const judge::Forms forms = find_forms(document);
  CHECK(forms.field_before == std::vector<bool>{false, true, false});
}

TEST_CASE("dialogs are told by tag or role") {
  const page::Document document = document_of(
      "<dialog open>a</dialog><div role=dialog>b</div><div role=alertdialog>c</div>"
      "<div role=region>d</div>");
  CHECK(judge::is_dialog(document, document.containers[1]));
  CHECK(judge::is_dialog(document, document.containers[2]));
  CHECK(judge::is_dialog(document, document.containers[3]));
  CHECK_FALSE(judge::is_dialog(document, document.containers[4]));
}
