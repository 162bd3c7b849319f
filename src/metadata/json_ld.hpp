// What a page's JSON-LD says of its article.
#pragma once

#include <optional>
#include <string_view>

#include "base/json.hpp"
#include "page/document.hpp"

namespace thresh::metadata {

class JsonLd {
 public:
  explicit JsonLd(const page::Document& document);

  // The string at a path of names: "publisher.name". Of an array its first element counts.
  // Empty if there is none. May hold control characters.
  std::string_view string(std::string_view path) const;

 private:
  std::optional<base::Json> json_;  // the script that holds article_
  base::JsonValue article_;
};

}  // namespace thresh::metadata
