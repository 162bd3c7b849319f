#include "page/meta_charset.hpp"

#include <algorithm>

#include "base/ascii.hpp"

namespace thresh::page {
namespace {

// The standard asks for 1024 bytes at least. Browsers find later declarations too, and many pages
// put scripts first.
constexpr std::size_t kPrescanBytes = 16'384;

struct RawAttribute {
  std::string_view name;
  std::string_view value;
};

bool is_space_or_slash(char c) { return base::is_space(c) || c == '/'; }

// Reads tags off the front of some bytes, as "prescan a byte stream" says.
class Prescan {
 public:
  explicit Prescan(std::string_view bytes) : rest_(bytes) {}

  const CharsetInfo* run() {
    while (!rest_.empty()) {
      if (const CharsetInfo* charset = read_one()) return charset;
    }
    return nullptr;
  }

 private:
  const CharsetInfo* read_one() {
    if (rest_.substr(0, 4) == "<!--") {
      skip_past("-->", 2);  // "<!-->" is a whole comment
    } else if (base::starts_with_ignore_case(rest_, "<meta") && rest_.size() > 5 &&
               is_space_or_slash(rest_[5])) {
      skip(5);
      return read_meta();
    } else if (is_tag()) {
      skip_until([](char c) { return base::is_space(c) || c == '>'; });
      for (RawAttribute ignored; read_attribute(ignored);) {
      }
    } else if (const std::string_view start = rest_.substr(0, 2);
               start == "<!" || start == "</" || start == "<?") {
      skip_past(">", 0);
    } else {
      skip(1);
      skip_until([](char c) { return c == '<'; });
    }
    return nullptr;
  }

  const CharsetInfo* read_meta() {
    bool is_content_type = false;
    std::string_view from_content, from_charset;
    bool seen_equiv = false, seen_content = false, seen_charset = false;
    for (RawAttribute attribute; read_attribute(attribute);) {
      if (is_first(attribute, "http-equiv", seen_equiv)) {
        is_content_type = base::equals_ignore_case(attribute.value, "content-type");
      } else if (is_first(attribute, "content", seen_content)) {
        from_content = charset_parameter(attribute.value);
      } else if (is_first(attribute, "charset", seen_charset)) {
        from_charset = attribute.value;
      }
    }
    if (seen_charset) return find_charset(from_charset);
    return is_content_type ? find_charset(from_content) : nullptr;
  }

  static bool is_first(const RawAttribute& attribute, std::string_view name, bool& seen) {
    if (seen || !base::equals_ignore_case(attribute.name, name)) return false;
    return seen = true;
  }

  // "Get an attribute": false at the end of the tag or of the bytes.
  bool read_attribute(RawAttribute& out) {
    out = {};
    skip_until([](char c) { return !is_space_or_slash(c); });
    if (rest_.empty()) return false;
    if (rest_[0] == '>') {
      skip(1);
      return false;
    }
    const std::string_view at_name = rest_;
    if (rest_[0] == '=') skip(1);  // part of the name
    skip_until([](char c) { return is_space_or_slash(c) || c == '>' || c == '='; });
    out.name = at_name.substr(0, at_name.size() - rest_.size());
    skip_until([](char c) { return !base::is_space(c); });
    if (rest_.substr(0, 1) != "=") return true;
    skip(1);
    skip_until([](char c) { return !base::is_space(c); });
    out.value = read_value();
    return true;
  }

  std::string_view read_value() {
    if (rest_.empty()) return {};
    const char quote = rest_[0];
    const bool quoted = quote == '"' || quote == '\'';
    if (quoted) skip(1);
    const std::string_view at_value = rest_;
    skip_until([=](char c) { return quoted ? c == quote : base::is_space(c) || c == '>'; });
    const std::string_view value = at_value.substr(0, at_value.size() - rest_.size());
    if (quoted) skip(1);
    return value;
  }

  bool is_tag() const {
    const std::size_t name = rest_.substr(0, 2) == "</" ? 2 : 1;
    return rest_[0] == '<' && rest_.size() > name && base::is_alpha(rest_[name]);
  }

  void skip(std::size_t count) { rest_.remove_prefix(std::min(count, rest_.size())); }

  template <class Predicate>
  void skip_until(Predicate predicate) {
    const auto* found = std::find_if(rest_.begin(), rest_.end(), predicate);
    skip(static_cast<std::size_t>(found - rest_.begin()));
  }

  // `what` may begin `overlap` bytes into the rest.
  void skip_past(std::string_view what, std::size_t overlap) {
    const std::size_t at = rest_.find(what, overlap);
    skip(at == std::string_view::npos ? rest_.size() : at + what.size());
  }

  std::string_view rest_;
};

// "Get an XML encoding".
std::string_view xml_encoding(std::string_view bytes) {
  if (bytes.substr(0, 5) != "<?xml") return {};
  std::string_view rest = bytes.substr(0, bytes.find('>'));
  const std::size_t name = rest.find("encoding");
  if (name == std::string_view::npos) return {};
  rest = base::trim(rest.substr(name + std::string_view("encoding").size()));
  if (rest.substr(0, 1) != "=") return {};
  rest = base::trim(rest.substr(1));
  if (rest.empty() || (rest[0] != '"' && rest[0] != '\'')) return {};
  const std::size_t end = rest.find(rest[0], 1);
  return end == std::string_view::npos ? std::string_view() : rest.substr(1, end - 1);
}

}  // namespace

std::string_view charset_parameter(std::string_view content_type) {
  constexpr std::string_view kName = "charset";
  while (content_type.size() > kName.size()) {
    if (!base::starts_with_ignore_case(content_type, kName)) {
      content_type.remove_prefix(1);
      continue;
    }
    content_type = base::trim(content_type.substr(kName.size()));
    if (content_type.substr(0, 1) != "=") continue;
    const std::string_view value = base::trim(content_type.substr(1));
    if (value.empty()) return {};
    if (value[0] == '"' || value[0] == '\'') {
      const std::size_t end = value.find(value[0], 1);
      return end == std::string_view::npos ? std::string_view() : value.substr(1, end - 1);
    }
    return value.substr(0, value.find_first_of("; \t\n\f\r"));
  }
  return {};
}

const CharsetInfo* declared_charset(std::string_view bytes) {
  const CharsetInfo* charset = Prescan(bytes.substr(0, kPrescanBytes)).run();
  if (charset == nullptr) charset = find_charset(xml_encoding(bytes));
  if (charset == nullptr) return nullptr;
  if (charset->family == CharsetFamily::kUtf16) return find_charset("utf-8");
  return charset->name == "x-user-defined" ? find_charset("windows-1252") : charset;
}

}  // namespace thresh::page
