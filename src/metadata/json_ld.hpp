// What a page's JSON-LD says of its article.
//
// Never: takes the articles of a list for the page's, or costs more than the bounds below.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/json.hpp"
#include "page/document.hpp"

namespace thresh::metadata {

class JsonLd {
 public:
  explicit JsonLd(const page::Document& document);

  // There is an object of schema.org's Article family.
  bool has_article() const { return article_.exists(); }

  // The value at a path of names, "publisher.name", of the article; where it has none, or there is
  // no article, of the page. Of an array its first element counts.
  base::JsonValue value(std::string_view path) const;

  // The string there, white space and controls as they are, character references decoded.
  std::string string(std::string_view path) const;

  // What {"@id": …} refers to; any other value is itself.
  base::JsonValue follow(base::JsonValue value) const;

 private:
  void read(base::JsonValue root);

  std::vector<base::Json> scripts_;
  std::vector<base::JsonValue> named_;  // objects with an @id, other than references
  base::JsonValue article_;
  base::JsonValue page_;
};

// `text` with its character references decoded: templates escape strings for HTML, then for JSON.
std::string decode_references(std::string_view text);

}  // namespace thresh::metadata
