#include "metadata/resolve.hpp"

#include <doctest/doctest.h>

#include <string>

#include "support/segmented.hpp"

using namespace thresh;

namespace {

Metadata metadata_of(std::string_view html,
                     std::string_view url = "https://www.lantern.example/a/b",
                     std::string_view base = "https://www.lantern.example/a/b") {
  const page::Document document = testing::document_of(html);
  return metadata::resolve(metadata::facts_of(document, {}, url, base));
}

}  // namespace

TEST_CASE("each field says where it comes from") {
  const Metadata metadata = metadata_of(
      "<html lang=de-at><title>Die Brücke ist offen</title>"
      "<meta property=og:site_name content='Die  Laterne'>"
      "<meta name=description content='Nach einem Jahr &amp; mehr.'>"
      "<link rel=canonical href='/c'><meta name=twitter:image content='i.jpg'>");
  CHECK(metadata.title.value == "Die Brücke ist offen");
  CHECK(metadata.title.source == "title");
  CHECK(metadata.site.value == "Die Laterne");
  CHECK(metadata.site.source == "og:site_name");
  CHECK(metadata.description.value == "Nach einem Jahr & mehr.");
  CHECK(metadata.description.source == "meta");
  CHECK(metadata.language.value == "de-AT");
  CHECK(metadata.language.source == "html-lang");
  CHECK(metadata.canonical_url.value == "https://www.lantern.example/c");
  CHECK(metadata.canonical_url.source == "link");
  CHECK(metadata.image.value == "https://www.lantern.example/a/i.jpg");
  CHECK(metadata.image.source == "twitter:image");
}

TEST_CASE("what a page does not say is empty") {
  const Metadata metadata = metadata_of("<p>Text.</p>", "", "");
  for (const Field* field :
       {&metadata.title, &metadata.site, &metadata.description, &metadata.language,
        &metadata.canonical_url, &metadata.image, &metadata.published, &metadata.section}) {
    CHECK(field->value.empty());
    CHECK(field->source.empty());
  }
}

TEST_CASE("a site that does not say its name is called by its host") {
  CHECK(metadata_of("<p>Text.</p>").site.value == "lantern.example");
  CHECK(metadata_of("<p>Text.</p>").site.source == "url");
}

TEST_CASE("a value of the wrong kind leaves its field to the next source") {
  const Metadata metadata = metadata_of(
      "<html lang=German><meta property=og:locale content=de_DE>"
      "<meta property=og:image content='data:image/png;base64,AA'>"
      "<link rel=image_src href='/real.jpg'>");
  CHECK(metadata.language.value == "de-DE");
  CHECK(metadata.language.source == "og:locale");
  CHECK(metadata.image.value == "https://www.lantern.example/real.jpg");
}

TEST_CASE("relative addresses without a base are no values") {
  CHECK(metadata_of("<link rel=canonical href='/c'>", "", "").canonical_url.value.empty());
}

TEST_CASE("JSON-LD cannot bring control characters in") {
  const Metadata metadata = metadata_of(
      "<script type='application/ld+json'>{\"@type\": \"Article\", \"headline\": "
      "\"Old\\u001b[31m\\n"
      "bridge\", \"publisher\": {\"name\": \"Lan\\u0007tern\"}}</script>");
  CHECK(metadata.title.value == "Old[31m bridge");
  CHECK(metadata.site.value == "Lantern");
  CHECK(metadata.site.source == "json-ld");
}
