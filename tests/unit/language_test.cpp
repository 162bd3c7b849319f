#include "metadata/language.hpp"

#include <doctest/doctest.h>

#include <string>

#include "metadata/text_language.hpp"
#include "support/facts.hpp"

using namespace thresh;

namespace {

const std::string kEnglish =
    "The old bridge opened again on Monday after a year of work, and the people of the east bank "
    "crossed it with cake and music while the mayor looked for the scissors that she had been "
    "given "
    "to cut the ribbon, which a dog had carried away.";
const std::string kGerman =
    "Die alte Brücke wurde am Montag nach einem Jahr Arbeit wieder geöffnet, und die Leute vom "
    "Ostufer gingen mit Kuchen und Musik hinüber, während die Bürgermeisterin noch die Schere "
    "suchte, "
    "die ihr ein Hund weggetragen hatte.";

std::string language(const std::string& html) {
  const testing::PageFacts page(html);
  const Field field = metadata::resolve_language(page.facts());
  return field.value.empty() ? "" : field.source + " " + field.value;
}

}  // namespace

TEST_CASE("the declared language stays where the text does not speak against it") {
  CHECK(language("<html lang=en_gb><p>" + kEnglish) == "html-lang en-GB");
  CHECK(language("<meta http-equiv=content-language content=de><p>" + kGerman) == "meta de");
  CHECK(language(testing::json_ld(R"({"@type": "Article", "inLanguage": "de"})") + "<p>" +
                 kGerman) == "json-ld de");
  CHECK(language("<meta property=og:locale content=de_AT><p>" + kGerman) == "og:locale de-AT");
  CHECK(language("<html lang=fr><p>Trop court.") == "html-lang fr");
}

TEST_CASE("the text decides where it is in another language, or nothing is declared") {
  CHECK(language("<html lang=en><p>" + kGerman) == "text de");
  CHECK(language("<p>" + kEnglish) == "text en");
  CHECK(language("<p>Short.") == "");
}

TEST_CASE("the detector keeps silent where it is not sure") {
  CHECK(metadata::language_of_text(kGerman) == "de");
  CHECK(metadata::language_of_text("") == "");
  CHECK(metadata::language_of_text("1 2 3 4 5") == "");
}
