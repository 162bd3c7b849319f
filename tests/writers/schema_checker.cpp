#include "schema_checker.hpp"

#include <cmath>
#include <string_view>

#include "thresh/write.hpp"

namespace thresh::test {
namespace {

using base::JsonValue;

constexpr std::string_view kKeywords[] = {
    "$schema",  "title",      "description",          "$defs", "$ref",    "type",   "enum", "const",
    "required", "properties", "additionalProperties", "items", "minimum", "maximum"};

bool has_type(JsonValue value, std::string_view type) {
  if (type == "null") return value.is_null();
  if (type == "object") return value.is_object();
  if (type == "array") return value.is_array();
  if (type == "string") return value.is_string();
  if (type == "boolean") return value.boolean().has_value();
  if (type == "number") return value.number().has_value();
  return type == "integer" && value.number() && std::floor(*value.number()) == *value.number();
}

bool equal(JsonValue a, JsonValue b) {
  if (a.is_string()) return b.is_string() && a.string() == b.string();
  if (a.number()) return a.number() == b.number();
  return a.is_null() && b.is_null();
}

bool contains(JsonValue list, JsonValue value) {
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (equal(list.at(i), value)) return true;
  }
  return false;
}

class Checker {
 public:
  explicit Checker(JsonValue root) : root_(root) {}

  std::string fault(JsonValue schema, JsonValue value, const std::string& path) const {
    std::string out = keyword_fault(schema, path);
    if (schema["$ref"].exists()) return fault(resolve(schema["$ref"].string()), value, path);
    if (out.empty()) out = value_fault(schema, value, path);
    if (out.empty() && value.is_object()) out = object_fault(schema, value, path);
    if (out.empty() && value.is_array() && schema["items"].exists()) {
      for (std::size_t i = 0; out.empty() && i < value.size(); ++i) {
        out = fault(schema["items"], value.at(i), path + "/" + std::to_string(i));
      }
    }
    return out;
  }

 private:
  static std::string keyword_fault(JsonValue schema, const std::string& path) {
    for (std::size_t i = 0; i < schema.size(); ++i) {
      bool known = false;
      for (const std::string_view keyword : kKeywords) known = known || keyword == schema.key(i);
      if (!known) return path + ": unknown keyword " + std::string(schema.key(i));
    }
    return {};
  }

  static std::string value_fault(JsonValue schema, JsonValue value, const std::string& path) {
    const JsonValue type = schema["type"];
    bool fits = !type.exists() || (type.is_string() && has_type(value, type.string()));
    for (std::size_t i = 0; i < type.size(); ++i) {
      fits = fits || has_type(value, type.at(i).string());
    }
    if (!fits) return path + ": type";
    if (schema["enum"].exists() && !contains(schema["enum"], value)) return path + ": enum";
    if (schema["const"].exists() && !equal(schema["const"], value)) return path + ": const";
    const auto number = value.number();
    if (number && schema["minimum"].exists() && *number < schema["minimum"].number()) {
      return path + ": minimum";
    }
    if (number && schema["maximum"].exists() && *number > schema["maximum"].number()) {
      return path + ": maximum";
    }
    return {};
  }

  std::string object_fault(JsonValue schema, JsonValue value, const std::string& path) const {
    const JsonValue required = schema["required"];
    for (std::size_t i = 0; i < required.size(); ++i) {
      const std::string name(required.at(i).string());
      if (!value[name].exists()) return path + ": no " + name;
    }
    const JsonValue others = schema["additionalProperties"];
    std::string out;
    for (std::size_t i = 0; out.empty() && i < value.size(); ++i) {
      const std::string name(value.key(i));
      const JsonValue own = schema["properties"][name];
      if (own.exists()) {
        out = fault(own, value.at(i), path + "/" + name);
      } else if (others.is_object()) {
        out = fault(others, value.at(i), path + "/" + name);
      } else if (others.boolean() == false) {
        out = path + ": " + name + " is not in the schema";
      }
    }
    return out;
  }

  JsonValue resolve(std::string_view reference) const {
    constexpr std::string_view kDefs = "#/$defs/";
    return root_["$defs"][reference.substr(std::min(kDefs.size(), reference.size()))];
  }

  JsonValue root_;
};

}  // namespace

std::string schema_fault(JsonValue instance) {
  const auto schema = base::Json::parse(json_schema());
  if (!schema) return "the schema is not JSON";
  return Checker(schema->root()).fault(schema->root(), instance, "");
}

}  // namespace thresh::test
